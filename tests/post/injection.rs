//! Whatever people type for a name stays a name (FIELD.md, T40).

use super::{Outcome, attendee_draft, ticket};
use base::{Language, Uuid};
use post::template::{Letter, render};
use scraper::{Html, Selector};

/// Every name and text of the mail is this.
fn with(name: &str) -> Result<Letter, Box<dyn std::error::Error>> {
    let mut draft = attendee_draft();
    draft.values["greeting_name"] = name.into();
    draft.values["buyer_name"] = name.into();
    draft.values["where"] = name.into();
    draft.values["is_buyer"] = true.into();
    draft.values["order"]["people"][0]["name"] = name.into();
    draft.values["order"]["people"][0]["category"] = name.into();
    draft.values["signature"] = name.into();
    draft.tickets = vec![ticket(1, name, name, "7H4KQ2-1K")];
    draft.wordmark = (name.into(), name.into());
    Ok(render(Language::De, &draft, Uuid::nil())?)
}

fn count(letter: &Letter, selector: &str) -> Result<usize, Box<dyn std::error::Error>> {
    let selector = Selector::parse(selector).map_err(|e| e.to_string())?;
    Ok(Html::parse_document(&letter.html).select(&selector).count())
}

const TAGS: &str = "a, p, li, ul, ol, h1, h2, strong, em, code, pre, img, script, dl, dt, dd, hr, blockquote, br, div";

#[test]
fn no_name_becomes_markdown_or_html() -> Outcome {
    let plain = with("Henrik")?;
    let names = [
        "[x](http://evil.example)",
        "![x](http://evil.example/x.png)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "*Henrik*",
        "**Henrik** __x__",
        "`Henrik`",
        "```\nHenrik\n```",
        "```tickets\n```",
        "# Henrik",
        "- Henrik",
        "1. Henrik",
        "> Henrik",
        "===",
        "---",
        "<https://evil.example>",
        "&lt;b&gt; &amp; &#60;",
        "{{ order.url }} {% raw %}",
        "Henrik\n\n# Henrik\n\n- a\n- b",
        "    Henrik",
        "\tHenrik",
        "Henrik\\",
        "Henrik  \nStallmann",
        "x\n\n: y",
        "\" onmouseover=\"alert(1)",
        "[x]: http://evil.example",
        "a | b\n--|--\n1 | 2",
        "~~x~~ :smile: $x$ ^x^",
    ];
    for name in names {
        let letter = with(name)?;
        assert_eq!(count(&letter, TAGS)?, count(&plain, TAGS)?, "{name:?} changes what the mail is made of");
        assert_eq!(count(&letter, "script, img[onerror], [onmouseover]")?, 0);
        let shown = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let heading = Selector::parse("h1").map_err(|e| e.to_string())?;
        let read = Html::parse_document(&letter.html);
        let heading: String = read.select(&heading).flat_map(|h| h.text()).collect();
        assert_eq!(heading.trim_end(), format!("Ihr Ticket, {shown}").trim_end());
        assert!(letter.text.contains(&format!("Ihr Ticket, {shown}")), "{name:?}\n{}", letter.text);
    }
    Ok(())
}

#[test]
fn addresses_of_other_schemes_are_no_links() -> Outcome {
    let mut draft = attendee_draft();
    draft.values["privacy_url"] = "javascript:alert(1)".into();
    draft.tickets[0].my_url = "data:text/html,x".into();
    let letter = render(Language::De, &draft, Uuid::nil())?;
    assert!(!letter.html.contains("javascript:") && !letter.html.contains("data:text"));
    Ok(())
}

#[test]
fn a_subject_stays_one_line_of_a_sane_length() -> Outcome {
    let mut draft = attendee_draft();
    draft.values["congress_name"] = format!("Kongress\r\nBcc: a@b.example {}", "sehr ".repeat(200)).into();
    let letter = render(Language::De, &draft, Uuid::nil())?;
    assert!(letter.subject.starts_with("Ihr Ticket für Kongress Bcc: a@b.example"));
    assert_eq!(letter.subject.chars().count(), 160);
    assert!(!letter.subject.contains(['\r', '\n']));
    Ok(())
}
