//! The check in front of every handler: whether this visitor may use this route. Deny by default: what a route does
//! not grant, nobody has.

use crate::fault::Fault;
use crate::route::Access;
use crate::visit::{CongressHead, Visit};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use base::actor::ActorKind;
use base::{Permission, Uuid};
use http::header::CACHE_CONTROL;
use http::{HeaderName, HeaderValue, Method};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// The layer around one handler.
pub(crate) async fn check(access: Access, pattern: &'static str, mut request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let Some(visit) = request.extensions_mut().get_mut::<Visit>() else {
        return Fault::internal("a route without server::layers").into_response();
    };
    if let Err(refusal) = admit(access, pattern, &method, visit) {
        return *refusal;
    }
    let private = access != Access::Public || visit.actor.kind != ActorKind::Guest || visit.member.is_some();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // What carries personal data is kept nowhere; what does not may be kept, but is asked for again each time.
    let caching = if private { "no-store" } else { "no-cache" };
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static(caching));
    if access == Access::Link {
        headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
    }
    response
}

/// Whether the visitor may; and if so, the congress they work on is theirs to see, even as a draft.
fn admit(access: Access, pattern: &str, method: &Method, visit: &mut Visit) -> Result<(), Box<Response>> {
    let refuse = |fault: Fault| Err(Box::new(fault.into_response()));
    match access {
        Access::Public | Access::Link => {
            if pattern.contains("{congress}") && visit.congress.is_none() {
                return refuse(Fault::not_found());
            }
        }
        Access::Member => match &visit.congress {
            Some(congress) if congress.network => {
                if visit.member.is_none() {
                    return Err(Box::new(way_in(congress, method, visit)));
                }
            }
            _ => return refuse(Fault::not_found()),
        },
        Access::Operator if visit.operator => {}
        Access::Operator => return refuse(Fault::not_found()),
        Access::Staff | Access::Needs(_) | Access::NeedsEverywhere(_) if !visit.actor.is_staff() => {
            return Err(Box::new(login(method, visit)));
        }
        Access::Staff => {}
        Access::NeedsEverywhere(permission) => {
            if !visit.actor.may_everywhere(permission) {
                return refuse(Fault::not_found());
            }
        }
        Access::Needs(permission) => match &visit.behind {
            Some(congress) if visit.actor.may(permission, congress.id) => visit.congress = visit.behind.clone(),
            _ => return refuse(Fault::not_found()),
        },
        Access::Api(_) | Access::ApiAnywhere(_) | Access::ApiEverywhere(_)
            if !matches!(visit.actor.kind, ActorKind::Token(_)) =>
        {
            return refuse(Fault::unauthorized(visit.bearer));
        }
        Access::ApiAnywhere(permission) => {
            if !visit.actor.may_somewhere(permission) {
                return refuse(insufficient(permission));
            }
        }
        Access::ApiEverywhere(permission) => {
            if !visit.actor.may_everywhere(permission) {
                return refuse(insufficient(permission));
            }
        }
        Access::Api(permission) => match &visit.behind {
            Some(congress) if visit.actor.may(permission, congress.id) => visit.congress = visit.behind.clone(),
            Some(congress) if in_scope(visit, congress.id) => return refuse(insufficient(permission)),
            _ => return refuse(Fault::not_found()),
        },
    }
    Ok(())
}

/// Nobody at a page of the staff: a reader is led to the log-in and back, anything else is refused.
fn login(method: &Method, visit: &Visit) -> Response {
    if [Method::GET, Method::HEAD].contains(method) {
        let path = address::with_query(&address::Login::new().path(), &[("next", &visit.path)]);
        Redirect::to(&path).into_response()
    } else {
        Fault::login_needed().into_response()
    }
}

/// Nobody of the directory at a page of its own: to the page that lets them in, and back from there where they were reading.
fn way_in(congress: &CongressHead, method: &Method, visit: &Visit) -> Response {
    let next = if [Method::GET, Method::HEAD].contains(method) { visit.path.as_str() } else { "" };
    let path = address::networking::Entrance::new(&congress.slug).path();
    Redirect::to(&address::with_query(&path, &[("next", next)])).into_response()
}

/// Whether a token has anything to do with a congress.
fn in_scope(visit: &Visit, congress: Uuid) -> bool {
    Permission::ALL.iter().any(|permission| visit.actor.may(*permission, congress))
}

/// RFC 6750 §3.1: the token is valid and may not do this.
fn insufficient(permission: Permission) -> Fault {
    let challenge = format!("Bearer error=\"insufficient_scope\", scope=\"{permission}\"");
    Fault::forbidden()
        .with_message("fault-token-lacks")
        .with_value("permission", permission.name())
        .with_header(http::header::WWW_AUTHENTICATE, &challenge)
}
