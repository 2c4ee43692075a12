package dev.heapline.linecost.settings;

/**
 * A setting that was left out because it could not be understood.
 *
 * @param key the setting's name as the user wrote it
 * @param message a sentence that names the setting, what was expected and what was found
 */
public record SettingProblem(String key, String message) {}
