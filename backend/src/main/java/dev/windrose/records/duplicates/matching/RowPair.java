package dev.windrose.records.duplicates.matching;

record RowPair(int a, int b) {}
