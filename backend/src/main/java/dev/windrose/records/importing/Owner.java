package dev.windrose.records.importing;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A colleague as the other system knows them; what it does not say is empty. */
record Owner(String id, String email, String name) {

    String label() {
        return Stream.of(name, email).filter(word -> !word.isBlank()).collect(Collectors.joining(", "));
    }
}
