package dev.windrose.integrations.smtp;

import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.IntegrationSettings;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.mail.ReadMails;
import dev.windrose.platform.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An address of its own, whose mail this process takes itself. Who writes to it proves nothing, as with any mail. */
@Component
class SmtpConnector implements Connector {

    private final IntegrationSettings settings;

    SmtpConnector(IntegrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "inbound_smtp";
    }

    @Override
    public String label() {
        return "Mail by SMTP";
    }

    @Override
    public @Nullable String secret() {
        return null;
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of();
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> given) {
        return Map.of();
    }

    @Override
    public String mailAddress(TenantId tenant, UUID connection) {
        return new InboundAddress(tenant, connection).text(settings.smtpDomain());
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        return ReadMails.parsed(raw.content());
    }
}
