package dev.windrose.intake.reading;

import dev.windrose.intake.names.Diminutives;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameHit;
import dev.windrose.intake.names.NameHit.Strength;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds companies and contacts by their whole names or short forms. */
final class FindMentions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final KnownRecords known;
    private final String text;
    /** Nothing in it is written with a capital, so names are not either. */
    private final boolean small;

    private final List<Span> spans = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    FindMentions(KnownRecords known, String text) {
        this.known = known;
        this.text = text;
        this.small = text.chars().noneMatch(Character::isUpperCase);
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            boolean genitive = matcher.group().equals("s")
                    && matcher.start() > 0
                    && "'’".indexOf(text.charAt(matcher.start() - 1)) >= 0;
            if (!genitive) {
                spans.add(new Span(matcher.start(), matcher.end()));
                words.add(Fold.words(matcher.group().replaceFirst("(?i)[-‐](?:san|sama|sensei|ji|ssi|nim)$", "")));
            }
        }
    }

    /** Every mention, the strongest reading of each place; ties become candidates. */
    List<Mention> all() {
        var mentions = new ArrayList<Mention>();
        int at = 0;
        while (at < words.size()) {
            var hits = usable(at);
            var taught = taught(at, hits);
            if (taught != null) {
                mentions.add(new Mention(
                        new Span(
                                spans.get(at).start(),
                                spans.get(at + taught.words() - 1).end()),
                        List.of(taught.record()),
                        true));
                at += taught.words();
                continue;
            }
            if (hits.isEmpty()) {
                at++;
                continue;
            }
            var best = hits.stream()
                    .max(Comparator.comparingInt(NameHit::count).thenComparing(NameHit::strength))
                    .orElseThrow();
            var equal = hits.stream().filter(hit -> asGood(hit, best)).toList();
            var span = new Span(
                    spans.get(at).start(), spans.get(at + best.count() - 1).end());
            var records = equal.stream()
                    .flatMap(hit -> known.find(hit.entry().type(), hit.entry().id()).stream())
                    .distinct()
                    .toList();
            if (!records.isEmpty()) {
                mentions.add(new Mention(span, records, best.strength() == Strength.FULL));
            }
            at += best.count();
        }
        return mentions;
    }

    private boolean asGood(NameHit hit, NameHit best) {
        return hit.count() == best.count() && hit.strength() == best.strength()
                || behindAKind(hit, best)
                || familyName(hit, best)
                || hit.strength() == Strength.FULL && best.strength() == Strength.FULL;
    }

    /** The house of a family that bears the name may be called by it as well as the one whose name begins so. */
    private boolean familyName(NameHit hit, NameHit best) {
        return best.strength() == Strength.LEADING
                && best.count() == 1
                && hit.count() == 1
                && hit.strength() == Strength.INNER
                && best.entry().is("company")
                && hit.entry().is("company")
                && known
                        .find("company", hit.entry().id())
                        .map(company -> known.of(company, "contact"))
                        .orElse(List.of())
                        .stream()
                        .anyMatch(contact -> dev.windrose.intake.names.NameEntry.words(contact.name())
                                .getLast()
                                .equals(best.entry().words().getFirst()));
    }

    /** "Hotel Almar" and "Almar Wines" are both called Almar: the word in front only says of what kind the house is. */
    private static boolean behindAKind(NameHit hit, NameHit best) {
        return best.strength() == Strength.LEADING
                && best.count() == 1
                && hit.count() == 1
                && hit.strength() == Strength.INNER
                && best.entry().is("company")
                && hit.entry().is("company")
                && hit.entry().words().indexOf(best.entry().words().getFirst()) == 1
                && KIND.matcher(hit.entry().words().getFirst()).matches();
    }

    private static final Pattern KIND = Pattern.compile(
            "gebruder|gebr|bruder|familie|brothers|bros|family|freres|famille|hermanos|hijos|familia|irmaos|filhos|fratelli|figli|"
                    + "famiglia|gebroeders|broderna|"
                    + "st|hotel|gasthof|gasthaus|restaurant|cafe|bar|brauerei|brasserie|brewery|cerveceria|cervejaria|birrificio|"
                    + "weingut|winery|bodega|bodegas|vinicola|cantina|"
                    + "domaine|chateau|quinta|kanzlei|cabinet|estudio|studio|atelier|grupo|groupe|gruppo|group|groep|klinik|clinic|"
                    + "clinica|clinique|praxis|spedition|"
                    + "transportes|transports|trasporti|stadtwerke|autohaus|garage|farmacia|apotheke|pharmacie|bakkerij|backerei|"
                    + "boulangerie|panaderia|padaria|panificio|"
                    + "kwekerij|boerderij|molkerei|metzgerei|druckerei|imprimerie|imprenta|grafica|tipografia|verlag|editions|"
                    + "editorial|editora|"
                    + "casa|maison|haus|huis|museum|museo|musee|galerie|galleria|galeria|school|schule|ecole|escuela|escola|scuola|"
                    + "fundacion|fondation|stiftung|"
                    + "laboratoire|laboratorios|labor|werft|holding|dr|prof|the|le|la|el|os|o|de|het");

    /** Words that people here taught as a name, unless a longer name stands there. */
    private KnownRecords.@Nullable Alias taught(int at, List<NameHit> hits) {
        return known.alias(words, at)
                .filter(alias -> !insideAddress(at) && hits.stream().noneMatch(hit -> hit.count() > alias.words()))
                .orElse(null);
    }

    private List<NameHit> usable(int at) {
        var hits = new ArrayList<>(known.names().at(words, at));
        if (hits.isEmpty()
                && (capital(at) || words.get(at).length() >= 7)
                && words.get(at).length() >= 6
                && !Words.common(words.get(at))) {
            known.names().near(words.get(at)).forEach(near -> {
                var changed = new ArrayList<>(words);
                changed.set(at, near);
                known.names().at(changed, at).stream()
                        .filter(hit -> hit.count() > 1
                                || hit.entry().is("company")
                                        && !Words.common(near)
                                        && !Words.generic(near)
                                        && (hit.strength() == Strength.FULL
                                                || hit.strength() == Strength.LEADING
                                                || capital(at)))
                        .forEach(hits::add);
            });
        }
        hits.removeIf(hit -> !hit.entry().is("company") && !hit.entry().is("contact") || !believable(hit, at));
        return hits;
    }

    /** A single everyday word is a name only where it is written as one. */
    private boolean believable(NameHit hit, int at) {
        var word = words.get(at);
        boolean capital = capital(at);
        if (insideAddress(at) || hit.count() > 1 && insideAddress(at + hit.count() - 1)) {
            return false;
        }
        if (hit.count() > 1) {
            return hit.entry().is("company")
                    || hit.strength() == Strength.FULL
                    || hit.strength() == Strength.FIRST && capital;
        }
        if (word.length() < 3
                || Words.generic(word) && hit.strength() != Strength.FULL
                || word.chars().allMatch(Character::isDigit)) {
            return false;
        }
        if (hit.entry().is("contact")) {
            return hit.strength() == Strength.FULL;
        }
        boolean everyday = Words.common(word);
        if (insideAddress(at) || partOfAName(at, hit)) {
            return false;
        }
        return switch (hit.strength()) {
            case FULL, LEADING -> everyday ? capital && !sentenceStart(at) : true;
            case INNER, FIRST, LAST -> (capital || small && word.length() >= 6) && !everyday && word.length() >= 4;
        };
    }

    /** A mail or web address holds names too, which says nothing about the sentence. */
    private boolean insideAddress(int at) {
        var span = spans.get(at);
        char before = span.start() == 0 ? ' ' : text.charAt(span.start() - 1);
        char after = span.end() >= text.length() ? ' ' : text.charAt(span.end());
        boolean dotted =
                after == '.' && span.end() + 1 < text.length() && Character.isLetter(text.charAt(span.end() + 1));
        return before == '@' && span.start() > 1 && Character.isLetterOrDigit(text.charAt(span.start() - 2))
                || after == '@'
                || dotted
                || before == '/';
    }

    /** "Anna Kestrel" is a person, not the company Kestrel. */
    private boolean partOfAName(int at, NameHit hit) {
        if (hit.strength() == Strength.FULL && hit.entry().words().size() > 1 || at == 0 || !capital(at)) {
            return false;
        }
        return known.names().at(words, at - 1).stream()
                .anyMatch(before -> before.entry().is("contact") && before.count() > 1);
    }

    private boolean capital(int at) {
        return Character.isUpperCase(text.charAt(spans.get(at).start()));
    }

    private boolean sentenceStart(int at) {
        int place = spans.get(at).start() - 1;
        while (place >= 0 && text.charAt(place) == ' ') {
            place--;
        }
        return place < 0 || ".!?\n-*•".indexOf(text.charAt(place)) >= 0;
    }

    /** A contact of one of the accounts, named by first or last name alone. */
    List<Mention> shortNames(List<KnownRecord> contacts, List<Mention> taken) {
        var out = new ArrayList<Mention>();
        var called = new java.util.HashMap<String, List<KnownRecord>>();
        for (var contact : contacts) {
            var name = dev.windrose.intake.names.NameEntry.words(contact.name());
            java.util.stream.Stream.of(name.getFirst(), name.getLast())
                    .distinct()
                    .filter(part -> part.length() > 1)
                    .forEach(part ->
                            called.computeIfAbsent(part, _ -> new ArrayList<>()).add(contact));
        }
        for (int at = 0; at < words.size(); at++) {
            var span = spans.get(at);
            var word = words.get(at);
            if (word.length() < 3 && !capital(at)
                    || taken.stream().anyMatch(mention -> mention.span().overlaps(span))
                    || insideAddress(at)) {
                continue;
            }
            var named = called.containsKey(word)
                    ? called.get(word).stream().distinct().toList()
                    : familiar(contacts, word, at);
            if (!named.isEmpty() && (capital(at) || !Words.common(word))) {
                int place = at;
                int last = named.stream()
                        .mapToInt(contact -> wider(contact, place))
                        .max()
                        .orElse(at);
                var widest = named.stream()
                        .filter(contact -> wider(contact, place) == last)
                        .toList();
                out.add(new Mention(new Span(span.start(), spans.get(last).end()), widest, false));
                at = last;
            }
        }
        return out;
    }

    /** "Sam" for Samantha, "Bob" for Robert: written as a name and nobody of ours. */
    private List<KnownRecord> familiar(List<KnownRecord> contacts, String word, int at) {
        boolean name = capital(at)
                && word.length() > 2
                && !Words.common(word)
                && !MONTH.matcher(word).matches();
        if (!name
                || known.people().stream().anyMatch(person -> dev.windrose.intake.names.NameEntry.words(person.name())
                        .contains(word))) {
            return List.of();
        }
        return contacts.stream()
                .distinct()
                .filter(contact -> Diminutives.of(
                        word,
                        dev.windrose.intake.names.NameEntry.words(contact.name())
                                .getFirst()))
                .toList();
    }

    private static final Pattern MONTH = Pattern.compile(
            "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|fev|avr|ene|ago|abr|mon|tue|wed|thu|fri|sat|sun|mar|"
                    + "mer|die|don|san|con|ma[rn]|the|all|ben fatto");

    /** "Jin-woo" and "Hugh P" take more than one word. */
    private int wider(KnownRecord contact, int at) {
        var name = dev.windrose.intake.names.NameEntry.words(contact.name());
        int last = at;
        int place = name.indexOf(words.get(at));
        while (last + 1 < words.size()
                && place + 1 < name.size()
                && (name.get(place + 1).equals(words.get(last + 1))
                        || words.get(last + 1).length() == 1
                                && name.get(place + 1).startsWith(words.get(last + 1))
                                && capital(last + 1))) {
            last++;
            place++;
        }
        return last;
    }
}
