package org.tocsin.matters;

import java.util.List;
import java.util.Set;

/**
 * A printed form.
 *
 * @param code its name
 * @param names what it is called
 * @param numbered whether each first print takes a number, without gaps
 * @param in the states it may be printed in
 * @param title the heading
 * @param lines the paragraphs, with {@code {placeholders}}
 */
public record PrintForm(
    String code, Text names, boolean numbered, Set<String> in, Text title, List<Text> lines) {}
