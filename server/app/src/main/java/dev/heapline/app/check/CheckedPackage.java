package dev.heapline.app.check;

import java.util.List;

/**
 * One package.
 *
 * @param path its import path; its folder where it is in no module
 * @param folder its folder as it is shown
 */
record CheckedPackage(String path, String folder, List<CheckedFile> files) {}
