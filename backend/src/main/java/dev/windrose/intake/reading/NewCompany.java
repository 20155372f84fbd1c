package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account that an employee brings in and the record does not hold: a lead, a prospect, a company to add. */
final class NewCompany {

    private static final String NAME =
            "(?:\\p{Lu}|\\d)[\\p{L}\\d'’.-]*(?: (?:&|and|of|de|und|et|the|\\p{Lu}[\\p{L}\\d'’.-]*)){0,5}";
    private static final Pattern BROUGHT = Pattern.compile(
            "\\b(?:new (?:potential |possible )?(?:lead|prospect|accounts?|acct|acc|opp|customer account|company|customer|logo|"
                    + "contact|inbound)|(?:add|create|set up|open|"
                    + "log|start) (?:a |an |the |them as )?(?:new )?(?:company|account|lead|prospect|contact|opp\\w*|deal)|"
                    + "lead:|inbound (?:lead|from|request)|"
                    + "neue[rsn]? (?:potenzielle[rn]? )?(?:lead|kunde|kontakt|firma|account|interessent\\w*|unternehmen)|"
                    + "(?:nouveau|nouvelle|nouvel) (?:prospect|client|compte|"
                    + "contact|entreprise|societe|lead|piste)|nuev[oa] (?:lead|cliente|contacto|prospecto|empresa|cuenta)|"
                    + "nov[oa] (?:lead|cliente|contato|prospect|empresa|conta)|nuov[oa] (?:lead|cliente|contatto|azienda)|nieuwe? (?:lead|"
                    + "klant|bedrijf|prospect)|ny(?:tt)? (?:kund|lead|foretag)|legt? .{0,30} (?:als (?:firma|kunde|lead) )?an|"
                    + "bitte anlegen|cadastr\\w+|dar de alta|da de alta|aggiungi|voeg .{0,30} toe)\\b");
    private static final Pattern MET = Pattern.compile(
            "\\b(?:met|spoke (?:to|with)|call with|talked to|intro(?:duced)? to|getroffen|rencontre|conoci)\\b");
    private static final Pattern DIRECT = Pattern.compile(
            "(?:(?i:company|account|prospect|customer|logo|firma|kunde|interessent(?:in)?|unternehmen|client|compte|entreprise|"
                    + "societe|société|cliente|empresa|cuenta|conta|azienda|klant|bedrijf|"
                    + "kund|företag)(?i: called| named| potencial| potentiel| namens| llamad[oa]| chamad[oa]|"
                    + " appelée?)?(?: ?[:–-] ?| )|(?i:new lead!?|new account|new acct|new acc|new prospect|neuer lead|novo lead|"
                    + "neuer kunde|"
                    + "nuevo lead|inbound from|request from|lead "
                    + "from):? )[\"“']?("
                    + NAME + ")");
    private static final Pattern AT =
            Pattern.compile("(?:@ ?|\\b(?:at|from|of|with|for|bei|von|chez|da|van|hos) )(" + NAME + ")");

    /** "New company: ...": what follows is new although a word of it is known. */
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\b(?:new|neue[rs]?|nouve\\w+|nuev[oa]|nov[oa]|nuov[oa]|nieuwe?) (?:potential |potenzielle[rn]? )?(?:company|"
                    + "account|acct|acc|lead|prospect|customer|logo|firma|kunde|interessent\\w*|unternehmen|entreprise|client|prospect|"
                    + "empresa|cliente|azienda|bedrijf|klant)(?: potencial)? ?[:–-]");

    /** "Set him and the company up": the house of a person told beside a known account. */
    private static final Pattern SET_UP = Pattern.compile(
            "\\b(?:set|add|create|open|put|enter|get|make)\\b[^.;]{0,30}\\b(?:company|account|firm|org|business|employer)\\b|"
                    + "\\b(?:company|account|firm|firma|empresa|entreprise|societe|azienda) (?:up|anlegen|hinzufugen)\\b|"
                    + "\\b(?:firma|unternehmen|entreprise|societe|empresa|azienda|bedrijf)\\b[^.;]{0,20}\\b(?:anlegen|creer|ajouter|"
                    + "crear|dar de alta|cadastrar|creare|aanmaken)\\b|"
                    + "\\b(?:creez|creer|crea|cree|cria|cadastr\\w+|legt?)\\b[^.;]{0,30}\\b(?:firma|entreprise|societe|empresa|"
                    + "azienda)\\b");

    private static final Pattern HOUSED = Pattern.compile(
            "\\p{Lu}\\p{L}+ \\p{Lu}[\\p{L}'’-]+,? \\(?[\\p{L}&/ .-]{2,40}? (?:at|of|from|bei|von|chez|da|de|en|van|hos) ("
                    + NAME + ")");

    private NewCompany() {}

    record Named(KnownRecord company, Span span) {}

    static Optional<Named> in(Reading reading, List<Mention> mentions) {
        var text = reading.text();
        var folded = Fold.inPlace(text);
        boolean knownCompany = mentions.stream()
                .anyMatch(mention -> mention.is("company")
                        && (mention.whole() || !INTRODUCED.matcher(folded).find()));
        if (knownCompany
                && !reading.message.fromOutside()
                && SET_UP.matcher(folded).find()) {
            return named(reading, HOUSED, text, mentions);
        }
        boolean met = MET.matcher(folded).find() && folded.contains("@");
        if (reading.message.fromOutside()
                || knownCompany
                || !BROUGHT.matcher(folded).find() && !met
                || Payload.isJson(text)) {
            return Optional.empty();
        }
        return named(reading, DIRECT, text, mentions).or(() -> named(reading, AT, text, mentions));
    }

    private static Optional<Named> named(Reading reading, Pattern pattern, String text, List<Mention> mentions) {
        var match = pattern.matcher(text);
        while (match.find()) {
            var span = trimmed(text, new Span(match.start(1), match.end(1)));
            var name = span.of(text);
            boolean other = mentions.stream().anyMatch(mention -> mention.span().overlaps(span))
                    || Products.in(text, reading.known.products()).stream()
                            .anyMatch(product -> product.span().overlaps(span))
                    || reading.known.people().stream()
                            .anyMatch(person -> name.contains(person.name().split(" ")[0]))
                    || JobTitles.isTitle(name)
                    || Fold.words(name).split(" ").length == 1 && Words.common(Fold.words(name))
                    || EVENT.matcher(Fold.inPlace(name)).find()
                    || name.length() < 3;
            boolean person = pattern == DIRECT
                    && text.substring(span.end())
                            .matches(
                                    "(?s)^, ?(?:the |our )?[\\p{L} ]*\\b(?i:ceo|cfo|coo|cto|cio|vp|head|director|manager|lead|owner|"
                                            + "founder|officer|buyer)\\b.*");
            boolean office = pattern == AT
                    && text.substring(0, span.start())
                            .matches(
                                    "(?is).*\\b(?:director|head|vp|manager|lead|chief|officer|president|leiter(?:in)?|directeur|"
                                            + "directrice|directora?|diretora?) (?:of|de|von|da) $");
            if (!other && !person && !office) {
                return Optional.of(new Named(
                        new KnownRecord("company", Reading.NEW + "company", name, Map.of("name", name)), span));
            }
        }
        return Optional.empty();
    }

    private static final Pattern EVENT = Pattern.compile(
            "\\b(?:conference|expo|summit|fair|booth|webinar|linkedin|messe|trade|show|monday|tuesday|wednesday|"
                    + "thursday|friday|january|february|march|april|may|june|july|august|september|october|november|"
                    + "december|20\\d\\d)\\b");

    private static Span trimmed(String text, Span span) {
        int end = span.end();
        boolean form = text.substring(span.start(), end)
                .matches("(?s).* (?:Inc|Ltd|Co|Corp|S\\.A|S\\.L|S\\.p\\.A|S\\.r\\.l|B\\.V|N\\.V|Pvt|Bros)\\.");
        while (!form && end > span.start() && ".,;:'’-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var written = text.substring(span.start(), end);
        var tail = Pattern.compile("(?: (?:and|of|de|und|et|the|&))+$").matcher(written);
        var stop = Pattern.compile("\\.\\s").matcher(written);
        if (stop.find()) {
            return new Span(span.start(), span.start() + stop.start());
        }
        return new Span(span.start(), tail.find() ? span.start() + tail.start() : end);
    }
}
