package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "A or B, whoever it was": two are named, and which of them is meant is left open. */
final class EitherOne {

    private static final Pattern OR = Pattern.compile("^,? ?(?:or|oder|ou|o|of|eller)(?: (?:was it|the|der|die|la|le|el|a))? $");
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:whoever|whichever|one of (?:them|the two)|not sure (?:which|who)|can't remember (?:which|who)|don't (?:know|recall|"
                    + "remember) (?:which|who)|forgot (?:which|who)|(?:which|who) (?:was it|it was)|"
                    + "wer auch immer|einer von beiden|eine von beiden|weiss nicht (?:mehr )?(?:wer|welche[rs]?)|(?:je ne sais|"
                    + "sais) plus (?:qui|le ?quel|la ?quelle)|l'un des deux|l'une des deux|peu importe qui|"
                    + "quien (?:fuera|sea|haya sido)|no (?:me acuerdo|recuerdo|se) (?:de )?(?:quien|cual)|un[oa] de l[oa]s dos|"
                    + "quem quer que|nao (?:lembro|sei) (?:bem )?(?:quem|qual)|um d[oe]s dois|uma das duas|seja quem for)\\b");

    private EitherOne() {}

    /** The accounts of the two, where they are not of one. */
    static Optional<Mention> of(Reading reading, Statement statement) {
        var named = Stream.concat(statement.contacts.stream(), statement.companies.stream())
                .filter(Mention::clear)
                .toList();
        for (var first : named) {
            for (var second : named) {
                var accounts = Stream.of(first, second)
                        .flatMap(mention -> reading.companyOf(mention.record()).stream())
                        .distinct()
                        .toList();
                if (accounts.size() == 2
                        && OR.matcher(statement.between(first.span().end(), second.span().start()))
                                .find()
                        && left(reading, statement, accounts)) {
                    return Optional.of(new Mention(first.span(), accounts, false));
                }
            }
        }
        return Optional.empty();
    }

    /** Nothing else in the message says which. */
    private static boolean left(Reading reading, Statement statement, List<KnownRecord> accounts) {
        return statement.has(OPEN)
                || reading.statements.stream()
                        .filter(other -> other != statement)
                        .noneMatch(other -> other.companies.stream()
                                .anyMatch(mention -> accounts.contains(mention.record())));
    }
}
