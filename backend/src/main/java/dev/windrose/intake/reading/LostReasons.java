package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a sale was lost, in the words of the message: named as the reason, told behind the loss, or told right before an order to close it. */
final class LostReasons {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:reasons?|lost reason|grund|grunde|raison|motif|motivo|razon|why)(?: (?:is|was|ist|war|est|es|e|given|"
                    + "given is))?(?: ?[:=-] ?| )|\\b(?:because(?: of)?|due to|since|weil|wegen|da sie|aufgrund|parce qu\\w*|car|"
                    + "a cause d\\w*|faute d\\w*|porque|por(?= (?:el|la|causa|culpa|"
                    + "precio|preco|falta))|debido a|ya que|por causa d\\w*|devido a|ja que|perche|omdat|vanwege|over(?= (?:price|"
                    + "pricing|the|our|security|data|budget|terms))) ");
    private static final Pattern TALK = Pattern.compile(
            "^(?:ok|thanks|sorry|sad|damn|oh well|next|anyway|cheers|onwards|shame|pity|schade|domage|dommage|lastima|pena|please|pls|"
                    + "bitte|can you|i'll|will|let me|remind|and now)\\b.*");
    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:kill|write|strike|cross|mark|set|close|closing|put|move|moved|log|setz\\w*|dad\\w*|dar\\w*|dal[oa]|damos|marca\\w*|"
                    + "pon\\w*|mettre|mets|"
                    + "passe[rz]?|clos\\w*)\\b");
    private static final Pattern OTHER_THING =
            Pattern.compile("\\b(?:but|aber|mais|pero|mas) (?:the|das|der|die|le|la|el|o|a)\\b");
    private static final Pattern WHY = Pattern.compile(
            "\\b(?:pric\\w+|expensive|costs?|costly|budget\\w*|cheaper|money|cash|funding|too |features?|missing|lacks?|timing|"
                    + "security|compliance|integration|competitor|rival|in-?house|themselves|preis\\w*|teuer|billiger|gunstiger|"
                    + "geld|fehlt|"
                    + "cher|chere|prix|moins cher|precio|caro|cara|barato|falta|dinero|preco|orcamento|presupuesto|dinheiro|hell no)\\b");
    private static final Pattern QUOTED = Pattern.compile(
            "[\"']([^\"']{3,60})[\"'] as (?:the |a )?(?:lost |loss )?reason|\\breason[: ]+[\"']([^\"']{3,60})[\"']");
    private static final int SHORT = 3;

    private LostReasons() {}

    static Optional<Span> of(Reading reading, Statement statement, Span loss) {
        return named(statement, statement.span().start())
                .or(() -> behind(reading, statement, loss))
                .or(() -> besides(reading, statement, loss))
                .map(span -> trimmed(reading, statement, span))
                .filter(span -> span.end() - span.start() > SHORT);
    }

    private static Optional<Span> named(Statement statement, int from) {
        var quoted = QUOTED.matcher(statement.folded);
        if (quoted.find()) {
            return Optional.of(new Span(
                    quoted.start(quoted.group(1) == null ? 2 : 1)
                            + statement.span().start(),
                    quoted.end(quoted.group(1) == null ? 2 : 1)
                            + statement.span().start()));
        }
        return statement.all(NAMED).stream()
                .filter(place -> place.start() >= from)
                .findFirst()
                .map(place -> new Span(place.end(), statement.span().end()));
    }

    /** What stands after the loss in its sentence, a rival's name with it. */
    private static Optional<Span> behind(Reading reading, Statement statement, Span loss) {
        var words = statement.between(loss.start(), loss.end());
        boolean rival = !Losses.LOST.matcher(words).find();
        int from = rival && words.contains(" ") ? loss.start() : loss.end();
        var rest = new Span(from, statement.span().end());
        var told = rest.of(reading.text()).replaceAll("[\\s,.;:!()–-]+", " ").strip();
        rest = new Span(
                from, andNext(reading, statement).map(next -> next.span().end()).orElse(rest.end()));
        boolean says = told.length() > SHORT
                && !TALK.matcher(Fold.inPlace(told)).matches()
                && !onlyName(statement, loss, told);
        return says ? Optional.of(rest) : Optional.empty();
    }

    /** "Lost to a rival. Price." */
    private static Optional<Statement> andNext(Reading reading, Statement statement) {
        int next = reading.statements.indexOf(statement) + 1;
        return next <= 0 || next >= reading.statements.size()
                ? Optional.empty()
                : Optional.of(reading.statements.get(next))
                        .filter(other -> other.raw.length() < 40
                                && other.companies.isEmpty()
                                && other.products.isEmpty()
                                && other.dates.isEmpty()
                                && other.moneys.isEmpty()
                                && other.part == statement.part
                                && other.sentence.paragraph() == statement.sentence.paragraph()
                                && other.has(WHY)
                                && !TALK.matcher(other.folded).matches());
    }

    private static boolean onlyName(Statement statement, Span loss, String told) {
        var key = Fold.words(told);
        return statement.companies.stream()
                .filter(mention -> mention.span().start() >= loss.end())
                .anyMatch(mention ->
                        key.length() <= mention.span().end() - mention.span().start() + 4);
    }

    /** The sentence before an order to close it, or a short one after a plain report. */
    private static Optional<Span> besides(Reading reading, Statement statement, Span loss) {
        int at = reading.statements.indexOf(statement);
        boolean ordered = ORDER.matcher(statement.folded).find();
        var near = reading.statements.subList(Math.max(0, at - 1), Math.min(reading.statements.size(), at + 2)).stream()
                .filter(other -> other != statement
                        && other.part == statement.part
                        && other.company != null
                        && other.company.sameAs(statement.company)
                        && !reading.taken.contains(other))
                .toList();
        var marked = near.stream()
                .flatMap(other -> named(other, other.span().start()).stream())
                .findFirst();
        if (marked.isPresent()) {
            return marked;
        }
        var before = told(reading, statement, Math.max(0, at)).or(() -> near.stream()
                .filter(other -> other.span().start() < statement.span().start())
                .findFirst());
        int named = statement.companies.stream()
                .map(mention -> mention.span().end())
                .filter(end -> end < loss.start())
                .reduce(statement.span().start(), Math::max);
        var clause = new Span(named, Math.max(named, statement.clause(loss).start()));
        boolean told = clause.end() - clause.start() > 12;
        if (ordered && told) {
            return Optional.of(clause);
        }
        if (ordered && before.isPresent() && before.get().firm()) {
            return before.map(Statement::span);
        }
        return below(statement, near);
    }

    private static Optional<Span> below(Statement statement, java.util.List<Statement> near) {
        return near.stream()
                .filter(other -> other.span().start() > statement.span().start()
                        && other.raw.length() < 70
                        && other.companies.isEmpty()
                        && other.products.isEmpty()
                        && other.dates.isEmpty()
                        && other.sentence.paragraph() == statement.sentence.paragraph()
                        && !TALK.matcher(other.folded).matches())
                .map(Statement::span)
                .findFirst();
    }

    /** A reason told some sentences before. */
    private static Optional<Statement> told(Reading reading, Statement statement, int at) {
        return reading.statements.subList(Math.max(0, at - 3), at).reversed().stream()
                .filter(other -> other.part == statement.part
                        && other.company != null
                        && other.company.sameAs(statement.company)
                        && other.has(WHY)
                        && !other.is(Mode.QUESTION))
                .findFirst();
    }

    /** Without the account's name, brackets and what is said of another thing. */
    private static Span trimmed(Reading reading, Statement statement, Span span) {
        int start = span.start();
        int end = span.end();
        var folded = Fold.inPlace(span.of(reading.text()));
        var other = OTHER_THING.matcher(folded);
        if (other.find() && other.start() > 8) {
            end = start + other.start();
        }
        for (var mention : statement.companies) {
            var between = reading.text()
                    .substring(
                            start, Math.max(start, Math.min(end, mention.span().start())));
            if (mention.span().start() >= start
                    && mention.span().end() <= end
                    && between.chars().noneMatch(Character::isLetterOrDigit)) {
                start = mention.span().end();
            }
        }
        while (start < end && !Character.isLetterOrDigit(reading.text().charAt(start))) {
            start++;
        }
        while (end > start
                && !Character.isLetterOrDigit(reading.text().charAt(end - 1))
                && reading.text().charAt(end - 1) != '%') {
            end--;
        }
        return new Span(start, end);
    }
}
