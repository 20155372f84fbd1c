package dev.windrose.platform.web;

import dev.windrose.platform.access.FollowLink;
import dev.windrose.platform.access.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/links/{token}")
class LinkController {

    private final FollowLink follow;
    private final SessionCookies cookies;
    private final DescribeSession describe;

    LinkController(FollowLink follow, SessionCookies cookies, DescribeSession describe) {
        this.follow = follow;
        this.cookies = cookies;
        this.describe = describe;
    }

    record Preview(String kind, String email, String name, String workspace) {}

    record Request(@Nullable String name, @Nullable String password) {}

    @GetMapping
    Preview preview(@PathVariable String token, HttpServletRequest request) {
        var preview = follow.preview(token, request.getRemoteAddr());
        return new Preview(preview.kind().wire(), preview.email(), preview.name(), preview.workspace());
    }

    @PostMapping
    SessionView follow(
            @PathVariable String token,
            @RequestBody Request body,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = follow.follow(token, body.name(), body.password(), request.getRemoteAddr());
        cookies.set(request, response, session.secret());
        return describe.of(session);
    }
}
