package dev.windrose.records.search;

import dev.windrose.records.search.Slot.Kind;
import dev.windrose.records.search.Slot.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes slots of what somebody typed: words, addresses, numbers, and words that mean the same in the workspace. */
final class ReadTyped {

    private static final int MOST_WORDS = 12;

    private ReadTyped() {}

    /** @param typing whether the last word may be unfinished */
    static List<Slot> of(String typed, Synonyms synonyms, boolean typing) {
        if (Contacting.looksLikePhone(typed)) {
            return List.of(phone(typed, typing));
        }
        var slots = new ArrayList<Slot>();
        var parts = List.of(typed.strip().split("\\s+"));
        boolean open = typing && !typed.isEmpty() && !Character.isWhitespace(typed.charAt(typed.length() - 1));
        var words = new ArrayList<List<List<Term>>>();
        for (String part : parts) {
            words.addAll(part(part));
        }
        var limited = words.subList(0, Math.min(MOST_WORDS, words.size()));
        for (int i = 0; i < limited.size(); ) {
            boolean last = i == limited.size() - 1;
            var same = synonyms.at(limited, i);
            var alternatives = new ArrayList<>(same.alternatives());
            if (same.length() <= 1) {
                alternatives.addAll(0, limited.get(i));
            }
            int length = Math.max(1, same.length());
            slots.add(new Slot(List.copyOf(alternatives), open && (last || i + length == limited.size())));
            i += length;
        }
        return slots;
    }

    /** A part between spaces: the alternatives of each word in it. */
    private static List<List<List<Term>>> part(String part) {
        String plain = part.strip().toLowerCase(Locale.ROOT);
        if (plain.indexOf('@') >= 0 && plain.length() > 1) {
            String address = plain.startsWith("@") ? plain.substring(1) : plain;
            return List.of(List.of(List.of(new Term(address, Kind.ADDRESS))));
        }
        var pieces = pieces(part);
        if (plain.matches("(https?://|www\\.).+|[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(/.*)?")) {
            var alternatives = new ArrayList<List<Term>>();
            alternatives.add(List.of(new Term(Contacting.host(part), Kind.ADDRESS)));
            if (!pieces.isEmpty() && !plain.contains("/")) {
                alternatives.add(pieces.stream().map(Slot::word).toList());
                alternatives.add(List.of(Slot.word(String.join("", pieces))));
            }
            return List.of(alternatives);
        }
        if (pieces.size() > 1 && !spaceless(pieces.getFirst())) {
            return List.of(
                    List.of(pieces.stream().map(Slot::word).toList(), List.of(Slot.word(String.join("", pieces)))));
        }
        return pieces.stream().map(ReadTyped::alternatives).toList();
    }

    private static List<List<Term>> alternatives(String piece) {
        var alternatives = new ArrayList<List<Term>>();
        alternatives.add(List.of(Slot.word(piece)));
        if (piece.length() > 3 && piece.endsWith("s")) {
            alternatives.add(List.of(Slot.word(piece.substring(0, piece.length() - 1))));
        }
        String digits = piece.chars().allMatch(Character::isDigit) ? Contacting.digits(piece) : "";
        if (digits.length() >= 4) {
            alternatives.add(List.of(new Term(digits, Kind.PHONE)));
        }
        return alternatives;
    }

    /** Words, without those joined of others; of scripts without spaces the pairs, or a sign that stands alone. */
    private static List<String> pieces(String part) {
        var pieces = new ArrayList<String>();
        var words = Words.of(part);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean inside = words.stream()
                    .anyMatch(other -> other != word
                            && spaceless(word.text())
                            && other.from() <= word.from()
                            && other.to() >= word.to()
                            && other.to() - other.from() > word.to() - word.from());
            boolean joined = !spaceless(word.text())
                    && words.stream()
                            .anyMatch(other -> other != word
                                    && other.from() >= word.from()
                                    && other.to() <= word.to()
                                    && other.to() - other.from() < word.to() - word.from());
            boolean again = !pieces.isEmpty()
                    && i > 0
                    && words.get(i - 1).from() == word.from()
                    && words.get(i - 1).to() == word.to();
            if (!inside && !joined && !again) {
                pieces.add(word.text());
            }
        }
        return pieces;
    }

    private static boolean spaceless(String word) {
        return Scripts.written(word.codePointAt(0));
    }

    private static Slot phone(String typed, boolean typing) {
        String digits = Contacting.digits(typed);
        var alternatives = new ArrayList<List<Term>>();
        alternatives.add(List.of(new Term(Contacting.end(digits), Kind.PHONE)));
        var words = Words.of(typed).stream()
                .map(Word::text)
                .distinct()
                .limit(MOST_WORDS)
                .map(Slot::word)
                .toList();
        alternatives.add(words);
        return new Slot(alternatives, typing);
    }
}
