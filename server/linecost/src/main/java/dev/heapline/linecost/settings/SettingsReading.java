package dev.heapline.linecost.settings;

import java.util.List;

/**
 * What came of reading settings.
 *
 * @param settings what is to hold
 * @param problems what was left out, in the order of the input
 */
public record SettingsReading(Settings settings, List<SettingProblem> problems) {}
