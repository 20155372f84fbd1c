package dev.windrose.records.duplicates.matching;

import java.util.List;
import java.util.Set;

/** How far two values of one kind agree. */
final class CompareValues {

    private CompareValues() {}

    static Agreement of(Value a, Value b, ColumnKind kind, WordWeights weights) {
        if (a.missing() || b.missing()) {
            return Agreement.MISSING;
        }
        if (a.key().equals(b.key())) {
            return Agreement.SAME;
        }
        return switch (kind) {
            case NAME, CATEGORY -> names(a, b, weights);
            case ADDRESS -> addresses(a, b, weights);
            case TEXT -> texts(a, b, weights);
            case CODE -> codes(a.key(), b.key());
            case PHONE -> phones(a.key(), b.key());
            case EMAIL -> mails(a.key(), b.key());
            case WEB -> hosts(a.key(), b.key());
            case DATE -> Days.compare(a.key(), b.key());
            case NUMBER -> Amounts.compare(Amounts.value(a.raw()), Amounts.value(b.raw()));
        };
    }

    private static Agreement names(Value a, Value b, WordWeights weights) {
        if (a.unlike(b)) {
            return shortForm(a, b) || sameSound(a, b) ? Agreement.CLOSE : Agreement.DIFFERENT;
        }
        int longest = Math.max(a.key().length(), b.key().length());
        boolean figures = !a.digits().equals(b.digits());
        if (!figures && (longest >= 4 && Spelling.edits(a.key(), b.key(), 1) == 1 || sameWords(a.words(), b.words()))) {
            return Agreement.NEAR;
        }
        double letters = Spelling.jaroWinkler(a.text(), b.text());
        if (!figures && letters >= 0.94) {
            return Agreement.NEAR;
        }
        double one = weights.covered(a.words(), b.words());
        double other = weights.covered(b.words(), a.words());
        double covered = Math.min(one, other);
        if (!figures && (letters >= 0.87 || covered >= 0.75 || shortForm(a, b) || sameSound(a, b))) {
            return Agreement.CLOSE;
        }
        return covered >= 0.4 || Math.max(one, other) >= 0.75 || letters >= 0.8
                ? Agreement.PARTLY
                : Agreement.DIFFERENT;
    }

    private static boolean sameWords(List<String> a, List<String> b) {
        return a.size() == b.size() && a.size() > 1 && Set.copyOf(a).equals(Set.copyOf(b));
    }

    private static boolean sameSound(Value a, Value b) {
        return a.sounds().size() == b.sounds().size()
                && a.sounds().equals(b.sounds())
                && a.sounds().stream().anyMatch(sound -> sound.length() > 1);
    }

    /** Initials, first names in another form, the beginning of the other. */
    private static boolean shortForm(Value a, Value b) {
        var one = a.words();
        var other = b.words();
        if (one.size() != other.size()) {
            return initials(one, b.key()) || initials(other, a.key());
        }
        for (int i = 0; i < one.size(); i++) {
            if (!shortWord(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean shortWord(String a, String b) {
        return a.equals(b)
                || NameForms.alike(a, b)
                || (a.length() == 1 || a.length() >= 3) && b.startsWith(a)
                || (b.length() == 1 || b.length() >= 3) && a.startsWith(b);
    }

    private static boolean initials(List<String> words, String key) {
        if (words.size() < 3 || words.size() != key.length()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).charAt(0) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Agreement addresses(Value a, Value b, WordWeights weights) {
        if (a.unlike(b)) {
            return Agreement.DIFFERENT;
        }
        var one = a.numbers();
        var other = b.numbers();
        double street = Math.max(weights.covered(words(a), words(b)), weights.covered(words(b), words(a)));
        boolean house = !one.isEmpty() && !other.isEmpty() && one.getFirst().equals(other.getFirst());
        boolean none = one.isEmpty() || other.isEmpty();
        if (house && (street >= 0.8 || Spelling.edits(a.key(), b.key(), 2) <= 2)) {
            return Agreement.NEAR;
        }
        if (house && street >= 0.45 || none && street >= 0.8) {
            return Agreement.CLOSE;
        }
        boolean slip = !none && Spelling.edits(one.getFirst(), other.getFirst(), 1) == 1 && street >= 0.8;
        return slip || street >= 0.9 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static List<String> words(Value value) {
        return value.numbers().isEmpty()
                ? value.words()
                : value.words().stream()
                        .filter(word -> !word.equals(value.numbers().getFirst()))
                        .toList();
    }

    private static Agreement texts(Value a, Value b, WordWeights weights) {
        double alike = weights.cosine(a.words(), b.words());
        return alike >= 0.9
                ? Agreement.NEAR
                : alike >= 0.6 ? Agreement.CLOSE : alike >= 0.3 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static Agreement codes(String a, String b) {
        int shortest = Math.min(a.length(), b.length());
        int edits = Spelling.edits(a, b, 2);
        if (edits == 1 && shortest >= 3) {
            return Agreement.NEAR;
        }
        if (shortest >= 4 && (a.contains(b) || b.contains(a)) || edits == 1 || edits == 2 && shortest >= 6) {
            return Agreement.CLOSE;
        }
        return edits == 2 && shortest >= 4 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static Agreement phones(String a, String b) {
        int shortest = Math.min(a.length(), b.length());
        if (shortest >= 7 && (a.endsWith(b) || b.endsWith(a))) {
            return Agreement.SAME;
        }
        if (shortest >= 7 && (a.startsWith(b) || b.startsWith(a) || Spelling.edits(a, b, 1) == 1)) {
            return Agreement.NEAR;
        }
        boolean sameEnd = shortest >= 7 && a.regionMatches(a.length() - 7, b, b.length() - 7, 7);
        if (sameEnd || shortest >= 7 && Spelling.edits(a, b, 2) == 2) {
            return Agreement.CLOSE;
        }
        return shortest >= 7 && a.regionMatches(0, b, 0, shortest - 3) ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static Agreement mails(String a, String b) {
        if (Spelling.edits(a, b, 2) <= 2 && Spelling.jaroWinkler(a, b) > 0.9) {
            return Agreement.NEAR;
        }
        var local = Contact.localPart(a);
        var domain = Contact.domain(a);
        boolean sameDomain = !domain.isEmpty() && domain.equals(Contact.domain(b));
        if (local.equals(Contact.localPart(b)) && local.length() > 3
                || sameDomain && Spelling.jaroWinkler(local, Contact.localPart(b)) > 0.9) {
            return Agreement.CLOSE;
        }
        return sameDomain && !Contact.free(domain) ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    private static Agreement hosts(String a, String b) {
        var one = Contact.label(a);
        var other = Contact.label(b);
        if (one.equals(other) && one.length() > 3) {
            return Agreement.NEAR;
        }
        return one.length() > 4 && Spelling.edits(one, other, 1) == 1
                ? Agreement.CLOSE
                : Spelling.jaroWinkler(one, other) > 0.92 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }
}
