package dev.windrose.context.amend;

import dev.windrose.context.entry.EntryKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Of which kind an entry would be that says this. The first that fits is taken; what fits nothing is a procedure. */
final class GuessKind {

    private static final Map<EntryKind, Pattern> CUES = new LinkedHashMap<>();

    static {
        cue(
                EntryKind.WORKING_HOURS,
                "working hours|office hours|opening hours|hours of support|support hours|hotline|"
                        + "(?:closed|open|reachable|staffed|work) (?:on|from|until|between)\\b");
        cue(EntryKind.TERRITORY_NOTE, "territor(?:y|ies)|sales regions?|stands? in for|covers? for");
        cue(EntryKind.IDEAL_CUSTOMER_PROFILE, "ideal customers?|icp|customers? that we want|target customers?");
        cue(EntryKind.SEGMENT, "segments?|target groups?|zielgruppen?");
        cue(EntryKind.ESCALATION, "escalat\\w+|eskal\\w+");
        cue(EntryKind.PRICE, "list price|price list|prices?|costs? (?:now )?\\d|per seat|fee of|surcharge");
        cue(
                EntryKind.ROUTING,
                "(?:leads?|tickets?|requests?|enquiries|inquiries|issues) (?:\\S+ ){0,4}?go(?:es)? to|routed to");
        cue(EntryKind.STAGE_ENTRY, "enters? (?:the )?(?:stage|proposal|negotiation|discovery|qualification)");
        cue(
                EntryKind.APPROVAL,
                "needs?(?: \\S+){0,5} (?:approval|sign-?off|ok)|(?:has|have) to be approved|approv\\w+|sign-?off|"
                        + "signed off|(?:above|over|more than) [^.]{0,30} needs?");
        cue(EntryKind.FAQ, "supports?\\b(?! hours)|compatible|unterstutz\\w+|prend en charge|runs? on|works? with");
        cue(
                EntryKind.PROHIBITION,
                "never|no longer|not allowed|forbidden|prohibited|no more|must not|may not|"
                        + "nicht mehr|niemals|verboten|kein\\w*|ne \\S+ plus|aucun\\w*|interdit\\w*|jamais|ya no|nunca|prohibid\\w+|^no\\b|"
                        + "only with|nur mit|without");
        cue(EntryKind.PROTOCOL, "meeting|stand-?up|review|notes|handover|on call|calendar|vacation|holiday");
    }

    private GuessKind() {}

    private static void cue(EntryKind kind, String words) {
        CUES.put(kind, Pattern.compile("(?iU)\\b(?:" + words + ")(?!\\p{L})"));
    }

    static EntryKind of(String english) {
        return CUES.entrySet().stream()
                .filter(cue -> cue.getValue().matcher(english).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(EntryKind.PROCEDURE);
    }
}
