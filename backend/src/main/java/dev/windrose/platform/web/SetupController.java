package dev.windrose.platform.web;

import dev.windrose.platform.access.IssuedAccess;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.SessionCookies;
import dev.windrose.platform.access.SetUp;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.WorkspaceChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/setup")
class SetupController {

    private final SetUp setUp;
    private final IssuedAccess issued;
    private final SessionCookies cookies;
    private final DescribeSession describe;

    SetupController(SetUp setUp, IssuedAccess issued, SessionCookies cookies, DescribeSession describe) {
        this.setUp = setUp;
        this.issued = issued;
        this.cookies = cookies;
        this.describe = describe;
    }

    /** @param signIn where people sign in with the issuer in the settings */
    record State(boolean open, @Nullable URI signIn) {}

    record Request(
            @Nullable String token,
            @Nullable WorkspaceChange workspace,
            @Nullable NewOwner owner) {}

    @GetMapping
    State state() {
        return new State(setUp.open(), issued.address().orElse(null));
    }

    @PostMapping
    SessionView run(@RequestBody Request body, HttpServletRequest request, HttpServletResponse response) {
        var workspace = Optional.ofNullable(body.workspace()).orElseThrow(() -> required("workspace"));
        var owner = Optional.ofNullable(body.owner()).orElseThrow(() -> required("owner"));
        var session = setUp.run(body.token(), workspace, owner, request.getRemoteAddr());
        cookies.set(request, response, session.secret());
        return describe.of(session);
    }

    private static AppException required(String field) {
        return new AppException(CommonError.REQUIRED, "'" + field + "' is required.", field);
    }
}
