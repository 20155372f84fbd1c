package dev.windrose.records.query;

import java.time.LocalDate;

/** Days from one, to another that no longer belongs. */
record Period(LocalDate from, LocalDate to) {}
