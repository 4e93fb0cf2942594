//! A page of plain text: imprint, privacy, accessibility.

use crate::page::Scene;
use crate::page::prose::prose;
use congress::entity::passage;
use maud::{Markup, html};

/// The text of a page. A language that it is not written in is marked.
pub fn main(scene: Scene, passage: &passage::Model) -> Markup {
    let (body, language) = passage.body.get(scene.words.language());
    html! {
        article."wrap wrap--text band stack stack--l" {
            h1.kern-heading-x-large { (scene.text(&passage.title)) }
            div."stack measure" lang=[(language != scene.words.language()).then_some(language)] { (prose(body, 1)) }
        }
    }
}
