/**
 * Which rows of a table, or of two tables, tell of the same thing. It knows no record types: columns have a kind, values are compared by
 * their kind, and agreement is weighed by how rarely it happens by chance (Fellegi and Sunter 1969; frequencies of values and expectation
 * maximisation after Winkler).
 */
@NamedInterface("matching")
@NullMarked
package dev.windrose.records.duplicates.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
