package dev.heapline.linecost.session;

import dev.heapline.linecost.profile.Measurement;
import dev.heapline.linecost.text.Place;

/**
 * A place worth going to.
 *
 * @param place a line of a file as it is now
 * @param title the place and its cost in a few words: {@code store.go:42 · 12.4 MB in use}
 * @param measurement what the profile says of it, in relation to the question
 */
public record Jump(Place place, String title, Measurement measurement) {}
