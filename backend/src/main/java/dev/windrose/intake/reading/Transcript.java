package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Anna Berg: ..." line by line: each turn is the statement of whoever speaks. */
record Transcript(List<Turn> turns) {

    record Turn(String speaker, Span label, Span said) {}

    private static final Pattern TURN = Pattern.compile(
            "^[ \\t]*(?:[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?[\\])]?[ \\t]*(?:-[ \\t]*)?)?(?:<v )?"
                    + "(\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|da|van|von|der|del|"
                    + "di)){0,3})(?:[ \\t]*[\\[(][^\\])\\n]{1,30}[\\])])?[ \\t]*(?::|>)[ \\t]+(?=\\S)",
            Pattern.MULTILINE);
    /** Heads of the lines of a note. */
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:attendees?|participants?|present|next(?: steps?)?|action\\w*|todos?|to do|notes?|agenda|summary|date|subject|"
                    + "budget|price|deal|company|account|contact|"
                    + "name|email|phone|title|topic|issue|status|risk|from|to|cc|sent|re|fwd?|ps|ort|datum|teilnehmer|betreff|an|von|"
                    + "objet|presents?|date|lieu|asunto|fecha|"
                    + "asistentes|assunto|data|presentes|participantes|decision\\w*|objection\\w*|competition|competitor|feedback|"
                    + "timeline|timing|note|firma|kunde|client|cliente|"
                    + "question|answer|[qa])");

    /** Speech addresses somebody; lines of a list do not. */
    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:i|i'm|i'll|i'd|i've|we|we're|we'll|we'd|we've|you|your|my|our|us|me|thanks|ich|wir|sie|uns\\w*|mein\\w*|danke|je|"
                    + "j'ai|nous|vous|notre|merci|yo|nosotros|usted\\w*|gracias|"
                    + "eu|voces?|nos|obrigad[oa]|io|noi|voi|grazie|ik|wij|jullie)\\b");

    /** At least two speakers who take turns, or who are written with their whole names. */
    static Optional<Transcript> in(String text) {
        var turns = new ArrayList<Turn>();
        Map<String, Integer> counts = new HashMap<>();
        var match = TURN.matcher(text);
        while (match.find()) {
            if (LABEL.matcher(match.group(1)).matches()) {
                continue;
            }
            counts.merge(match.group(1), 1, Integer::sum);
            int end = text.indexOf('\n', match.end());
            turns.add(new Turn(
                    match.group(1),
                    new Span(match.start(), match.end()),
                    new Span(match.end(), end < 0 ? text.length() : end)));
        }
        long again = counts.values().stream().filter(count -> count > 1).count();
        long whole = counts.keySet().stream().filter(name -> name.contains(" ")).count();
        long lines = text.lines().filter(line -> !line.isBlank()).count();
        long spoken = turns.stream()
                .filter(turn ->
                        PERSONAL.matcher(Fold.inPlace(turn.said().of(text))).find())
                .map(Turn::speaker)
                .distinct()
                .count();
        boolean speech = counts.size() > 1
                && turns.size() > 2
                && (again > 1 || again == 1 && whole > 1)
                && spoken > 1
                && turns.size() * 2 >= lines;
        return speech ? Optional.of(new Transcript(joined(turns, text))) : Optional.empty();
    }

    /** Lines without a speaker go on with the turn before. */
    private static List<Turn> joined(List<Turn> turns, String text) {
        var out = new ArrayList<Turn>();
        for (int i = 0; i < turns.size(); i++) {
            int end = i + 1 < turns.size() ? turns.get(i + 1).label().start() : text.length();
            var turn = turns.get(i);
            out.add(new Turn(turn.speaker(), turn.label(), new Span(turn.said().start(), end)));
        }
        return out;
    }

    /** Parts as of a mail: what the customer's people say is passed on by whoever sends it. */
    List<Part> parts(String text) {
        var out = new ArrayList<Part>();
        int first = turns.getFirst().label().start();
        if (!text.substring(0, first).isBlank()) {
            out.add(new Part(Part.Kind.OWN, new Span(0, first), null, null, null, null));
        }
        for (var turn : turns) {
            var whole = new Span(turn.label().start(), turn.said().end());
            out.add(new Part(Part.Kind.SPOKEN, whole, turn.speaker(), null, null, null));
        }
        return out;
    }
}
