package dev.windrose.llm.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Full names of people: two to five capitalised words, with particles, hyphens and initials. */
public final class PersonNames {

    private static final String WORD = "\\p{Lu}[\\p{L}'’]*\\p{L}(?:-\\p{L}+)*";
    private static final String PARTICLE =
            "de la|de los|van der|van den|van de|von der|de|del|della|da|dos|das|di|van|von|der|den|ter|bin|al|el|la|le|zu|y";
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\d@._-])" + WORD + "(?: (?:\\p{Lu}\\.|(?:"
            + PARTICLE + ") " + WORD + "|" + WORD + ")){1,4}(?![\\p{L}\\d@])");
    private static final Set<String> HONORIFICS = Set.of(
            "dr", "mr", "mrs", "ms", "miss", "prof", "herr", "frau", "mme", "sr", "sra", "don", "dona", "fr", "hr");
    private static final Set<String> NOT_A_NAME = words("""
            the they their there this that these those then we our us you your he she his her it its i a an and or
            but so if when where who what why how
            spoke met call called meeting meet add added new just had great good quick long short also please pls can
            could would will should may might
            today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march
            april june july august september october
            november december jan feb mar apr jun jul aug sep sept oct nov dec hi hello hey dear thanks thank regards
            best kind sent from subject re fwd fw cc bcc
            deal deals contract proposal quote offer order renewal discovery demo security review budget board legal
            procurement finance sales marketing support
            product platform api sso saas crm erp team teams zoom slack docusign linkedin google microsoft sap oracle
            excel salesforce hubspot
            north south east west street road avenue house park city united states kingdom saudi arabia hong kong zealand
            treat mark flag tag assign list consider count introduce ping loop let have make log book file invite
            email mail text dm shoot give show bring take pull push
            no not yes ok attendees participants present on next step steps action actions follow update customer
            client account company project issue
            set mark move create open log make change put get send remind tell ask check note notes fyi heads up
            still talk chat lunch dinner coffee visit
            guten tag hallo liebe lieber sehr geehrte geehrter viele gruesse mit freundlichen bonjour cordialement
            hola buenos dias saludos
            der die das ein eine und mit bei von zu im am wir sie er ihr bitte neu neue neuer kunde angebot vertrag
            start budget termin treffen gespraech
            once after before since while during per via regarding about into onto over under plus minus all both
            each every any some other another same
            senior junior deputy chief head vice executive managing regional colleague kollegin kollege kollegen
            their neuer interim acting group global infosec it hr
            ansprechpartner ansprechpartnerin kontakt kontaktperson contacto contato contatto contactpersoon interlocuteur attn
            replacement successor nachfolger nachfolgerin champion blocker
            feature request ticket bug wish complaint
            q1 q2 q3 q4 h1 h2 eod eow asap tbd tba nda msa sow poc po rfp sla roi kpi
            """);
    private static final Pattern COMPANY = Pattern.compile(
            "(?i)\\b(?:inc|ltd|llc|gmbh|ag|kg|sa|sas|sarl|srl|bv|nv|ab|oy|plc|corp|co|group|holdings?|partners|"
                    + "solutions|systems|technologies|services|industries|bank|university|hospital|foundation|institute|"
                    + "logistics|foods)\\.?$");

    private PersonNames() {}

    public static List<Span> in(String text, Span within) {
        var found = new ArrayList<Span>();
        var matcher = NAME.matcher(text).region(within.start(), within.end());
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            var span = trimmed(text, new Span(matcher.start(), matcher.end()));
            if (span != null) {
                found.add(span);
            }
        }
        return found;
    }

    public static boolean isName(String text) {
        var found = in(text, new Span(0, text.length()));
        return found.size() == 1 && found.getFirst().end() - found.getFirst().start() == text.length();
    }

    /** Words that begin a sentence, titles and honorifics are cut off; two words of a name have to remain. */
    private static @org.jspecify.annotations.Nullable Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (true) {
            int space = text.indexOf(' ', start);
            if (space < 0 || space >= end) {
                return null;
            }
            var first = Fold.inPlace(text.substring(start, space)).replace(".", "");
            boolean initial = first.length() == 1 && text.charAt(space - 1) == '.';
            if (!NOT_A_NAME.contains(first)
                            && !HONORIFICS.contains(first)
                            && !JobTitles.isTitle(first)
                            && !first.endsWith("'s")
                    || initial) {
                break;
            }
            start = space + 1;
        }
        start = behindTitle(text, start, end);
        while (true) {
            int space = text.lastIndexOf(' ', end - 1);
            if (space <= start) {
                return null;
            }
            var last = Fold.inPlace(text.substring(space + 1, end));
            if (!NOT_A_NAME.contains(last) && !JobTitles.isTitle(last)) {
                break;
            }
            end = space;
        }
        var name = text.substring(start, end);
        boolean noName = COMPANY.matcher(name).find()
                || name.equals(name.toUpperCase(java.util.Locale.ROOT)) && name.length() < 6
                || java.util.Arrays.stream(name.split(" "))
                        .anyMatch(word -> NOT_A_NAME.contains(Fold.inPlace(word)) && word.length() > 2);
        return noName || !Character.isUpperCase(name.charAt(0)) ? null : new Span(start, end);
    }

    /** "County Judge Ann Stone": what stands before two words of a name is a title where its last word is one. */
    private static int behindTitle(String text, int start, int end) {
        var words = text.substring(start, end).split(" ");
        int from = start;
        int at = start;
        for (int i = 0; i < words.length - 2; i++) {
            at += words[i].length() + 1;
            from = i > 0 && JobTitles.isTitle(words[i]) ? at : from;
        }
        return from;
    }

    private static Set<String> words(String text) {
        return java.util.Arrays.stream(text.strip().split("\\s+"))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
