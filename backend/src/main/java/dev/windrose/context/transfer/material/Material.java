package dev.windrose.context.transfer.material;

import java.util.List;

/**
 * What was read of a file.
 *
 * @param notes what was left out, in sentences
 */
public record Material(List<Part> parts, List<String> notes) {}
