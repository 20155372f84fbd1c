package dev.windrose.platform.access;

import dev.windrose.platform.settings.Setting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Somebody else who signs people in. */
@ConfigurationProperties("windrose.issuer")
record IssuerSettings(
        @Setting(
                "Accepts signed tokens (JWT) of this issuer, for Supabase `https://PROJECT.supabase.co/auth/v1`. It must confirm e-mail addresses: people are found by them.")
        @Nullable
        URI url,

        @Setting(
                value = "Where the issuer publishes its keys.",
                shownDefault = "`/.well-known/jwks.json` of the issuer")
        @Nullable
        URI keys,

        @Setting("The audience a token must be made for.") @DefaultValue("authenticated")
        String audience,

        @Setting(
                "Where people sign in with it, for Supabase `https://PROJECT.supabase.co/auth/v1/authorize?provider=google`: the sign-in page leads there. It must lead back with the token (`redirect_to` is added) and allow the address of this workspace.")
        @Nullable
        URI signIn) {

    URI keySet() {
        return keys != null ? keys : URI.create(String.valueOf(url).replaceFirst("/$", "") + "/.well-known/jwks.json");
    }
}
