//! Where a log-in leads to.

use identity::rules::local_path;

#[test]
fn paths_of_this_installation_are_followed() {
    for path in ["/", "/desk", "/owl/desk/orders?query=7H4KQ2&page=2", "/owl/door#scan", "/loginesk", "/owl/login"] {
        assert_eq!(local_path(path), Some(path));
    }
}

#[test]
fn nothing_leads_elsewhere() {
    for path in [
        "",
        "desk",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "https://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "/desk\r\nSet-Cookie: a=b",
        "/übersicht",
    ] {
        assert_eq!(local_path(path), None, "{path:?}");
    }
    assert_eq!(local_path(&format!("/{}", "a".repeat(3000))), None);
}

#[test]
fn nothing_leads_in_circles() {
    for path in ["/login", "/login?next=/login", "/login/link", "/logout", "/logout/"] {
        assert_eq!(local_path(path), None, "{path:?}");
    }
}
