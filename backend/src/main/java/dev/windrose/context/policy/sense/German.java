package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Token;
import java.util.List;
import java.util.Set;

/** Tells German clauses from English ones: there every noun has a capital. */
final class German {

    private static final Set<String> COMMON = Set.of(
            "der", "die", "das", "den", "dem", "des", "und", "oder", "nicht", "kein", "keine", "keinen", "fur", "bei",
            "von", "mit", "ab", "uber", "unter", "ist", "sind", "werden", "wird", "ein", "eine", "einen", "auf", "wenn",
            "zum", "zur", "im", "gehen", "muss", "mussen", "bis", "ohne", "nur", "als", "durfen", "darf", "gibt", "es",
            "aus", "wir", "vom", "sich", "einem", "einer");

    private German() {}

    static boolean written(List<Token> tokens) {
        long german =
                tokens.stream().filter(token -> COMMON.contains(token.word())).count();
        long words = tokens.stream().filter(Token::letters).count();
        return words > 0 && german * 5 >= words;
    }
}
