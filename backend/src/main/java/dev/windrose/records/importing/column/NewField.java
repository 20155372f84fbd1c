package dev.windrose.records.importing.column;

import java.util.List;

/**
 * A field that a column without one could get.
 *
 * @param kind of the kinds that a workspace may add
 */
public record NewField(String label, String kind, List<String> choices) {}
