package dev.windrose.integrations.mail;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.webhook.StandardWebhook;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mail to an address of the workspace's own, which a mail server hands on word for word in a signed request. */
@Component
class MailHookConnector implements Connector.Pushed {

    private final Clock clock;

    MailHookConnector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "inbound_mail";
    }

    @Override
    public String label() {
        return "Inbound mail (signed request)";
    }

    @Override
    public String secret() {
        return "signing_secret";
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(ConnectionSetting.secret("Signing secret")
                .help("The mail server signs each request with it, as Standard Webhooks describe"));
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        return Map.of();
    }

    @Override
    public Answer accept(Connection connection, @Nullable Secret secret, Call call) {
        StandardWebhook.require(secret, call, clock.instant());
        if (!call.contentType().startsWith("message/rfc822")) {
            throw new AppException(CommonError.BAD_VALUE, "Send the mail as it is, as message/rfc822.");
        }
        return Answer.of(new RawMessage(
                String.valueOf(call.header("webhook-id")),
                clock.instant(),
                "message/rfc822",
                call.body(),
                RawMessage.FRESH));
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        return ParseMail.of(raw.content());
    }
}
