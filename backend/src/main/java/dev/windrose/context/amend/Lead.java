package dev.windrose.context.amend;

import java.util.regex.Pattern;

/** Takes away what only leads up to a rule or asks for it to be written down: "new rule:", "please make that our policy". */
final class Lead {

    private static final Pattern BEFORE = Pattern.compile(
            "(?i)^\\W*(?:(?:fyi|heads[- ]?up|note|please note|team|all|everyone|hi all|hello all|ok|okay|so|also|btw|info|achtung|"
                    + "bitte beachten|zur info|hinweis|a noter|ojo|nota)\\b[,:!. -]*)+");
    private static final Pattern RULE = Pattern.compile(
            "(?i)^\\W*(?:(?:a |our |the )?(?:new |standing |house |updated )*(?:rule|policy|guideline|procedure)s?(?: (?:as of|from|"
                    + "effective|for|on)[^:]{0,40})?|(?:eine |unsere )?(?:neue[rs]? |feste )*(?:regel|regelung|richtlinie|vorgabe)|"
                    + "nouvelle (?:règle|politique|consigne)|nueva (?:regla|norma|política)|nova (?:regra|política)|"
                    + "(?:update|change|amend) (?:the |our )?[^:]{0,40}|ab sofort gilt|es gilt|new)\\s*[:–—-]\\s+");
    private static final Pattern AFTER = Pattern.compile(
            "(?i)[,;.!–—-]*\\s*(?:and )?(?:please |pls |plz |bitte )?(?:(?:make|set|add|put|note|save|write|record|update|change|swap|"
                    + "enter) (?:that|this|it|the|our|as|into|in|to)\\b[^.:]{0,50}|"
                    + "(?:so|als) (?:eintragen|festhalten|aufnehmen)|(?:merci|gracias|thanks|thank you|danke)[^.]{0,20})[.! ]*$");
    private static final Pattern FROM_NOW = Pattern.compile(
            "(?i)^(?:from now on|going forward|ab sofort|as of today|désormais|a partir de ahora)[, ]+");
    /** Blanks stand where the day was. */
    private static final Pattern LEFT_OVER = Pattern.compile(
            "(?i)\\b(?:as of|from|effective|starting|since|ab dem|ab|à partir du|a partir del?)(?=\\s{2,}|\\s*[.,;]|\\s*$)");

    private Lead() {}

    static String without(String text) {
        var rest = BEFORE.matcher(text.strip()).replaceFirst("");
        rest = RULE.matcher(rest).replaceFirst("");
        var after = AFTER.matcher(rest);
        if (after.find() && after.start() > 12) {
            rest = rest.substring(0, after.start());
        }
        rest = FROM_NOW.matcher(rest.strip()).replaceFirst("");
        rest = LEFT_OVER
                .matcher(rest)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,;!])", "$1")
                .strip();
        rest = rest.replaceFirst("^[,;:.–— -]+", "");
        return rest.isEmpty() ? text.strip() : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }
}
