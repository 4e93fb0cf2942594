//! The secrets of personal links, which are not kept.

use post::secret::without_secrets;

#[test]
fn personal_links_lose_their_secrets_and_nothing_else_is_lost() {
    let secret = "abcdefghijklmnopqrstuvw234";
    let text = format!(
        "Ansehen: https://k.example/owl/orders/7H4KQ2/{secret}\nhttps://k.example/owl/my/7h4kq2-1-{secret}/ticket.pdf"
    );
    let open = without_secrets(&text);
    assert_eq!(open, "Ansehen: https://k.example/owl/orders/7H4KQ2/…\nhttps://k.example/owl/my/7h4kq2-1-…/ticket.pdf");
    for text in [
        "",
        "Guten Tag, Jürgen",
        "/kurz",
        &format!("x{secret}"),
        &format!("/{secret}a"),
        "donaudampfschifffahrtsgesell",
    ] {
        assert_eq!(without_secrets(text), text);
    }
}
