package dev.windrose.integrations;

import dev.windrose.platform.settings.Setting;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How sources are asked. */
@ConfigurationProperties("windrose.integrations")
public record IntegrationSettings(
        @Setting("How often a source that does not call is asked for news.") @DefaultValue("60s")
        Duration interval,

        @Setting("Messages that may wait in a workspace before sources have to wait too.") @DefaultValue("5000")
        int queue,

        @Setting("Where Slack takes answers and tells who somebody is.") @DefaultValue("https://slack.com/api")
        URI slackAddress,

        @Setting("Port on which mail is taken by SMTP; 0 for none.") @DefaultValue("0")
        int smtpPort,

        @Setting("Domain of the addresses for mail taken by SMTP; its MX record leads here.") @DefaultValue("localhost")
        String smtpDomain,

        @Setting("File with the certificate, PEM, by which mail is taken encrypted (STARTTLS); empty for none.")
        @DefaultValue("")
        String smtpCertificate,

        @Setting("File with the private key of that certificate, PEM.") @DefaultValue("")
        String smtpKey) {}
