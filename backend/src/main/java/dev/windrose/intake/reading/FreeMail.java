package dev.windrose.intake.reading;

import dev.windrose.llm.language.Emails;
import java.util.Set;

/** Mail providers whose domain says nothing about the employer. */
final class FreeMail {

    private static final Set<String> DOMAINS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "proton.me",
            "protonmail.com",
            "mail.com",
            "orange.fr",
            "free.fr",
            "libero.it",
            "yahoo.co.uk",
            "yahoo.fr",
            "hotmail.fr",
            "qq.com",
            "163.com",
            "naver.com",
            "uol.com.br");

    private FreeMail() {}

    static boolean is(String mail) {
        return DOMAINS.contains(Emails.domain(mail));
    }
}
