using System.Net.WebSockets;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>Closes the sockets of an event that ends: at once when it is deleted or withdrawn, after a moment when its results are official.</summary>
internal sealed class EventEnding : IFeedTap, IDisposable
{
    public const string Deleted = "Event deleted";
    public const string Official = "Event results are official";
    public const string Withdrawn = "Event not publicly available";

    /// <summary>Time to see that the results are official.</summary>
    private static readonly TimeSpan lastLook = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly HashSet<SpectatorSocket> sockets = [];
    private readonly Alarm alarm;
    private string? ended;

    public EventEnding(TimeProvider clock) => alarm = new Alarm(clock, () => Close(Official));

    public void Enter(SpectatorSocket socket)
    {
        lock (gate)
        {
            sockets.Add(socket);
            if (ended is not null)
            {
                socket.Close(WebSocketCloseStatus.NormalClosure, ended);
            }
        }
    }

    /// <returns>Whether nobody is left.</returns>
    public bool Leave(SpectatorSocket socket)
    {
        lock (gate)
        {
            sockets.Remove(socket);
            return sockets.Count == 0;
        }
    }

    public void Begin(FullState full) => Look(StatusIn(full.Data.Span, "event"));

    public void Take(string epoch, IReadOnlyList<Update> updates)
    {
        foreach (var update in updates)
        {
            if (update.Type == ShownUpdates.Deleted)
            {
                Close(Deleted);
            }
            else if (update.Type == "diff")
            {
                Look(StatusIn(update.Data.Span, null));
            }
        }
    }

    public void TakeFull(FullState full) => Begin(full);

    /// <summary>Who follows a feed that fails is closed by it.</summary>
    public void End(JoinOutcome reason)
    {
    }

    public void Dispose() => alarm.Dispose();

    private void Look(string? status)
    {
        if (status == LifeCycle.Word(EventStatus.Official))
        {
            alarm.Set(lastLook);
        }
        else if (status == LifeCycle.Word(EventStatus.Draft))
        {
            Close(Withdrawn);
        }
    }

    private void Close(string reason)
    {
        lock (gate)
        {
            ended ??= reason;
            foreach (var socket in sockets)
            {
                socket.Close(WebSocketCloseStatus.NormalClosure, ended);
            }
        }
    }

    /// <summary>Reads no further than to the member: it comes first where it is.</summary>
    /// <param name="json">A message's data.</param>
    /// <param name="within">The member that holds it; null for the outermost object.</param>
    private static string? StatusIn(ReadOnlySpan<byte> json, string? within)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        if (within is not null)
        {
            if (!reader.ValueTextEquals(within))
            {
                return null;
            }

            reader.Read();
            reader.Read();
        }

        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = reader.ValueTextEquals("status"u8);
            reader.Read();
            if (isStatus)
            {
                return reader.GetString();
            }

            reader.Skip();
            reader.Read();
        }

        return null;
    }
}
