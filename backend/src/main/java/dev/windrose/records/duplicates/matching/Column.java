package dev.windrose.records.duplicates.matching;

public record Column(String name, ColumnKind kind) {}
