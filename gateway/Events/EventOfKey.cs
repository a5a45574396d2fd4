using System.Collections.Concurrent;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Security;

namespace OrleansContest.Gateway.Events;

/// <summary>Finds the event that a request to the ingest is for: the one its key names, or <c>?eventId=</c>, and lets it in there.</summary>
internal sealed class EventOfKey(IChannels channels, EveryEvent events, Callers callers)
{
    /// <summary>Keys that are remembered. They are good ones only: nobody without one can fill this.</summary>
    private const int MostKnown = 10_000;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public async Task<Outcome<Admitted>> AdmitAsync(HttpContext context)
    {
        var caller = callers.Of(context.Request);
        if (caller.Kind is CallerKind.Anonymous or CallerKind.Token)
        {
            return EventRefusals.NoKey;
        }

        if (await FindAsync(context, caller) is not { } id)
        {
            return caller.Kind == CallerKind.Trusted ? new Refusal("InvalidRequest", "With the master key, name the event: ?eventId=") : EventRefusals.WrongKey;
        }

        var target = channels.Get<IEvent>(id);
        var card = await target.Admit(caller);
        if (card.IsRefused())
        {
            return card.Refusal;
        }

        Remember(caller, id);
        return new Admitted(target, card.Value, caller);
    }

    private async Task<string?> FindAsync(HttpContext context, Caller caller)
    {
        if (context.Request.Query["eventId"].ToString() is { Length: > 0 } named)
        {
            return ChannelId.IsValidId(named) ? named : null;
        }

        if (caller.SecretHash is null || known.TryGetValue(caller.SecretHash, out var id))
        {
            return caller.SecretHash is null ? null : known.GetValueOrDefault(caller.SecretHash);
        }

        var key = context.Request.Headers["X-API-Key"].ToString();
        var ids = await events.ListAsync(context.RequestAborted);
        return ids.FirstOrDefault(candidate => EventKey.Names(key, candidate));
    }

    private void Remember(Caller caller, string id)
    {
        if (caller.SecretHash is { } hash && known.Count < MostKnown)
        {
            known[hash] = id;
        }
    }
}

/// <summary>Somebody who may run an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Card">As it is.</param>
/// <param name="Caller">On whose word.</param>
internal sealed record Admitted(IEvent Event, EventCard Card, Caller Caller);
