package dev.windrose.llm.model;

import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Found;
import dev.windrose.llm.language.Phones;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as it leaves: without secrets, and where it is asked for without addresses, for which marks stand.
 *
 * @param marks what stands for which address
 */
record MaskText(String text, Map<String, String> marks) {

    private static final String HIDDEN = "[secret]";
    private static final Pattern SECRETS = Pattern.compile(
            "\\bBearer\\s+[\\w.~+/=-]{8,}|\\b(?:sk|pk|rk|wr|wrs|xox[abprs]|ghp|gho|glpat|AKIA|ASIA|AIza)[-_]?[\\w-]{12,}"
                    + "|\\beyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]+|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"
                    + "|\\b(?:\\d[ -]?){12,18}\\d\\b(?=[^\\d]|$)");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\\b(?:password|passwd|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|pin code|api[ _-]?key|secret|token)\\b[\"']?\\s*"
                    + "(?:is|ist|est|es|lautet)?\\s*[:=]?\\s*[\"']?)(?=[^\\s\"',;]*[\\d!@#$%^&*_-])([^\\s\"',;]{4,})");

    static MaskText secrets(String text) {
        var once = SECRETS.matcher(text)
                .replaceAll(found -> paymentCardOrKey(found.group())
                        ? HIDDEN
                        : java.util.regex.Matcher.quoteReplacement(found.group()));
        return new MaskText(
                NAMED.matcher(once).replaceAll("$1" + java.util.regex.Matcher.quoteReplacement(HIDDEN)), Map.of());
    }

    /** Long runs of digits are hidden only where they are numbers of cards. */
    private static boolean paymentCardOrKey(String found) {
        var digits = found.replaceAll("\\D", "");
        if (!found.matches("[\\d -]+")) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += counted;
        }
        return sum % 10 == 0;
    }

    /** The same address has the same mark everywhere. */
    MaskText withoutAddresses() {
        var found = new ArrayList<Found>(Emails.in(text));
        var mails = List.copyOf(found);
        Phones.in(text, null).stream()
                .filter(phone -> mails.stream().noneMatch(mail -> mail.span().overlaps(phone.span())))
                .forEach(found::add);
        found.sort(Comparator.comparingInt(each -> each.span().start()));
        var byValue = new HashMap<String, String>();
        var marked = new LinkedHashMap<String, String>();
        var out = new StringBuilder();
        int at = 0;
        for (var each : found) {
            if (each.span().start() < at) {
                continue;
            }
            var written = each.span().of(text);
            var mark = byValue.computeIfAbsent(
                    written, _ -> (written.contains("@") ? "mail" : "phone") + "_" + (marked.size() + 1) + "_hidden");
            marked.putIfAbsent(mark, written);
            out.append(text, at, each.span().start()).append(mark);
            at = each.span().end();
        }
        out.append(text, at, text.length());
        return new MaskText(out.toString(), marked);
    }

    /** What came back, with the addresses in their places again. */
    String unmasked(String answer) {
        var out = answer;
        for (var mark : marks.entrySet()) {
            out = out.replace(mark.getKey(), mark.getValue());
        }
        return out;
    }
}
