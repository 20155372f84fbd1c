package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "He says 31k, the order form says 33k": two sources of one value that differ. Nobody can say which counts. */
final class Sources {

    private static final Pattern SAYS = Pattern.compile(
            "\\b(?:says?|said|told|tells|states?|stated|shows?|showed|reads|lists?|wrote|writes|mentions?|mentioned|claims?|"
                    + "claimed|according to|per (?:the|his|her|their)|quotes?d? me|has it at|speaks of|talks of|"
                    + "sagt\\w*|spricht|sprach|steht|schreibt|schrieb|laut|nennt|nannte|dit|selon|indique|ecrit|parle|dice|dijo|"
                    + "segun|pone|figura|escribio|diz|disse|segundo|consta|escreveu|dice|secondo|scrive|zegt|volgens|sager|"
                    + "sager|enligt)\\b");
    private static final Pattern MENDED = Pattern.compile(
            "\\b(?:now|actually|correct(?:ed|ion)?|sorry|instead|final(?:ly)?|updated?|new|jetzt|korrigiert|neu|nun|maintenant|"
                    + "finalement|ahora|finalmente|agora|ora)\\b");

    /** The day of a paper, not one that it names. */
    private static final Pattern DATED = Pattern.compile(
            "\\b(?:e?-?mails?|letter|note|message|call|text|offer|quote|invoice|contract|form|draft|version|minutes|schreiben|brief|"
                    + "angebot|notiz|protokoll|nachricht|courriel|courrier|message|devis|correo|carta|mensaje|oferta|mensagem|proposta|lettera) "
                    + "(?:of|from|dated|vom|von|du|del?|do|em|di|van)(?: the)? $");

    private final Reading reading;

    Sources(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        for (var draft : reading.drafts) {
            var deal = draft.record;
            if (!draft.entity.equals("deal") || deal == null || draft.withdrawn) {
                continue;
            }
            var told = reading.statements.stream()
                    .filter(statement -> statement.company != null
                            && deal.companyId() != null
                            && statement.company.id().equals(deal.companyId()))
                    .toList();
            amounts(draft, deal, told);
            dates(draft, deal, told);
        }
    }

    private void amounts(Draft draft, KnownRecord deal, List<Statement> statements) {
        var claims = new ArrayList<Money>();
        for (var statement : statements) {
            statement.moneys.stream()
                    .filter(money -> !money.range() && claimed(statement, money.span()))
                    .forEach(claims::add);
        }
        boolean differ = claims.size() > 1
                && claims.stream()
                        .anyMatch(money -> money.amount()
                                                .compareTo(claims.getFirst().amount())
                                        != 0
                                && Deals.ratio(money.amount(), claims.getFirst().amount()) < 2);
        if (differ && draft.fields.remove("deal_amount") != null) {
            draft.fields.remove("deal_amount_currency");
            question(deal, claims.stream().map(Money::span).toList());
        }
    }

    private void dates(Draft draft, KnownRecord deal, List<Statement> statements) {
        var claims = new ArrayList<FoundDate>();
        for (var statement : statements) {
            statement.dates.stream()
                    .filter(date -> date.date().isAfter(reading.message.day())
                            && !DATED.matcher(statement.before(date.span(), 30)).find()
                            && claimed(statement, date.span()))
                    .forEach(claims::add);
        }
        boolean differ = claims.stream().map(FoundDate::date).distinct().count() > 1;
        if (differ && draft.fields.remove("deal_expected_signing_date") != null) {
            question(deal, claims.stream().map(FoundDate::span).toList());
        }
    }

    private void question(KnownRecord deal, List<Span> places) {
        var words = places.stream()
                .map(place -> "\"" + place.of(reading.text()) + "\"")
                .distinct()
                .toList();
        reading.intents.add("update_record");
        reading.ask("The sources differ: " + String.join(", ", words) + ". Which is right?", List.of(deal));
    }

    private static boolean claimed(Statement statement, Span place) {
        var clause = statement.clauseText(place);
        return SAYS.matcher(clause).find() && !MENDED.matcher(clause).find() && statement.firm();
    }
}
