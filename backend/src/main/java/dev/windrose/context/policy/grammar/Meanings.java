package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Fact;
import java.util.Optional;

/** What a text of a record means as the value of a fact: "Hospitals" of an industry is healthcare. */
public final class Meanings {

    private Meanings() {}

    public static Optional<String> of(Fact fact, String text) {
        var tokens = Tokens.of(text);
        var prefix = fact.key() + "=";
        return tokens.isEmpty()
                ? Optional.empty()
                : Words.at(tokens, 0).stream()
                        .filter(match -> match.length() == tokens.size())
                        .flatMap(match -> match.senses().stream())
                        .filter(sense ->
                                sense.kind() == Kind.ENT && sense.value().startsWith(prefix))
                        .map(sense -> sense.value().substring(prefix.length()))
                        .findFirst();
    }
}
