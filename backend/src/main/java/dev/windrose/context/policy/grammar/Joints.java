package dev.windrose.context.policy.grammar;

import org.jspecify.annotations.Nullable;

/** Words and marks that join or part. */
final class Joints {

    private Joints() {}

    static @Nullable Kind of(String word) {
        return switch (word) {
            case "and",
                    "und",
                    "sowie",
                    "but",
                    "aber",
                    "while",
                    "whereas",
                    "plus",
                    "yet",
                    "however",
                    "though",
                    "jedoch",
                    "doch",
                    "wahrend",
                    "bzw",
                    "&",
                    "respectively" -> Kind.AND;
            case "or", "oder", "/" -> Kind.OR;
            case ",", "(", ")" -> Kind.COMMA;
            case ";" -> Kind.SEMI;
            case ".", "!", "\n" -> Kind.STOP;
            case "?" -> Kind.COMMA;
            case ":" -> Kind.COLON;
            case "*" -> Kind.BULLET;
            default -> null;
        };
    }
}
