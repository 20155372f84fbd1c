package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Found;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement with what was found in it. Offsets are those of the whole message. */
final class Statement {

    final Sentence sentence;
    final Part part;
    final String raw;
    final String folded;
    final List<Mention> companies = new ArrayList<>();
    final List<Mention> contacts = new ArrayList<>();
    final List<Mention> products = new ArrayList<>();
    final List<Mention> people = new ArrayList<>();
    final List<NewPerson> strangers = new ArrayList<>();
    final List<Money> moneys = new ArrayList<>();
    final List<FoundDate> dates = new ArrayList<>();
    final List<Found> mails = new ArrayList<>();
    final List<Found> phones = new ArrayList<>();
    private final Map<Pattern, List<Span>> found = new IdentityHashMap<>();
    private final Map<Lexicon, List<Span>> meant = new IdentityHashMap<>();
    private @Nullable List<Lexicon.Token> tokens;

    final Set<Mode> modes = EnumSet.noneOf(Mode.class);
    /** The account it is about. */
    @Nullable
    KnownRecord company;
    /** Nobody can say which account it is about. */
    @Nullable
    Mention doubtful;

    Statement(Sentence sentence, Part part, String text) {
        this.sentence = sentence;
        this.part = part;
        this.raw = sentence.span().of(text);
        this.folded = Fold.inPlace(raw);
    }

    /** The same words once more, to be said of another record. */
    Statement(Statement other) {
        this.sentence = other.sentence;
        this.part = other.part;
        this.raw = other.raw;
        this.folded = other.folded;
        companies.addAll(other.companies);
        contacts.addAll(other.contacts);
        products.addAll(other.products);
        people.addAll(other.people);
        strangers.addAll(other.strangers);
        moneys.addAll(other.moneys);
        dates.addAll(other.dates);
        mails.addAll(other.mails);
        phones.addAll(other.phones);
        modes.addAll(other.modes);
    }

    Span span() {
        return sentence.span();
    }

    boolean has(Pattern cue) {
        return !all(cue).isEmpty();
    }

    Optional<Span> find(Pattern cue) {
        return all(cue).stream().findFirst();
    }

    /** Kept for each cue: many grammars ask for the same ones again and again. */
    List<Span> all(Pattern cue) {
        return found.computeIfAbsent(cue, this::places);
    }

    boolean has(Lexicon meaning) {
        return !all(meaning).isEmpty();
    }

    Optional<Span> find(Lexicon meaning) {
        return all(meaning).stream().findFirst();
    }

    List<Span> all(Lexicon meaning) {
        return meant.computeIfAbsent(meaning, lexicon -> lexicon.in(tokens()));
    }

    List<Lexicon.Token> tokens() {
        if (tokens == null) {
            tokens = Lexicon.tokens(folded, span().start());
        }
        return tokens;
    }

    private List<Span> places(Pattern cue) {
        var out = new ArrayList<Span>();
        var matcher = cue.matcher(folded);
        while (matcher.find()) {
            out.add(span(matcher));
        }
        return out;
    }

    Span span(Matcher matcher) {
        return new Span(matcher.start() + span().start(), matcher.end() + span().start());
    }

    /** Folded text between two places of the message. */
    String between(int from, int to) {
        int start = Math.clamp(from - span().start(), 0, folded.length());
        int end = Math.clamp(to - span().start(), start, folded.length());
        return folded.substring(start, end);
    }

    String before(Span place, int characters) {
        return between(place.start() - characters, place.start());
    }

    String after(Span place, int characters) {
        return between(place.end(), place.end() + characters);
    }

    /** The words around a place, up to a comma, dash or "but" on either side. */
    Span clause(Span place) {
        int start = place.start() - span().start();
        int end = place.end() - span().start();
        while (start > 0 && !Clauses.breaksAt(folded, start - 1)) {
            start--;
        }
        while (end < folded.length() && !Clauses.breaksAt(folded, end)) {
            end++;
        }
        return new Span(start + span().start(), end + span().start());
    }

    String clauseText(Span place) {
        var clause = clause(place);
        return between(clause.start(), clause.end());
    }

    boolean firm() {
        return modes.isEmpty();
    }

    boolean is(Mode mode) {
        return modes.contains(mode);
    }
}
