namespace OrleansContest.Quizzes;

/// <summary>Which participants are connected, and where they came last, as the gateways say. Only in memory: gateways say it again every few seconds.</summary>
/// <remarks>A gateway that has said nothing for <see cref="Lease"/> has nobody connected any more.</remarks>
public sealed class Attendance
{
    /// <summary>How long a gateway's word holds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first word nothing is concluded from it: others may not have spoken yet.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Gateway> gateways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Gateway Gateway, string ConnectionId)> latest = new(StringComparer.Ordinal);
    private DateTimeOffset? firstAt;

    /// <summary>Changes with every word.</summary>
    public int Version { get; private set; }

    /// <summary>When it will be known well enough who is connected; null when nobody has spoken.</summary>
    public DateTimeOffset? SettlesAt => firstAt + Settling;

    /// <summary>A gateway says who is connected to it.</summary>
    /// <param name="name">The gateway.</param>
    /// <param name="attendees">Who.</param>
    /// <param name="areAll">Whether nobody else is any more.</param>
    /// <param name="at">Now.</param>
    public void Report(string name, IReadOnlyList<Attendee> attendees, bool areAll, DateTimeOffset at)
    {
        firstAt ??= at;
        Version++;
        if (!gateways.TryGetValue(name, out var gateway))
        {
            gateways.Add(name, gateway = new Gateway());
        }

        gateway.At = at;
        foreach (var attendee in attendees)
        {
            Place(gateway, attendee, at);
        }

        if (areAll)
        {
            var here = attendees.Select(attendee => attendee.UserId).ToHashSet(StringComparer.Ordinal);
            Remove(gateway, gateway.Users.Keys.Where(user => !here.Contains(user)));
        }

        Forget(at);
    }

    /// <summary>Whether it is known well enough who is connected.</summary>
    public bool IsSettled(DateTimeOffset at) => firstAt + Settling <= at;

    /// <summary>Whether the user of a connection that the gateway spoke of before has come again since, elsewhere.</summary>
    public bool IsReplaced(string name, Attendee attendee, DateTimeOffset at) =>
        gateways.TryGetValue(name, out var gateway) && IsReplaced(gateway, attendee, at);

    /// <summary>Everyone connected somewhere.</summary>
    public IEnumerable<string> At(DateTimeOffset at) => latest.Where(entry => entry.Value.Gateway.IsHeard(at)).Select(entry => entry.Key);

    /// <summary>Gateways whose word holds.</summary>
    public int GatewaysAt(DateTimeOffset at) => gateways.Values.Count(gateway => gateway.IsHeard(at));

    private void Place(Gateway gateway, Attendee attendee, DateTimeOffset at)
    {
        if (!IsReplaced(gateway, attendee, at))
        {
            latest[attendee.UserId] = (gateway, attendee.ConnectionId);
        }

        gateway.Users[attendee.UserId] = attendee.ConnectionId;
    }

    /// <summary>A connection that was not spoken of before is the user's latest.</summary>
    private bool IsReplaced(Gateway gateway, Attendee attendee, DateTimeOffset at) =>
        gateway.Users.GetValueOrDefault(attendee.UserId) == attendee.ConnectionId
        && latest.TryGetValue(attendee.UserId, out var last) && last.ConnectionId != attendee.ConnectionId && last.Gateway.IsHeard(at);

    private void Forget(DateTimeOffset at)
    {
        foreach (var (name, silent) in gateways.Where(each => !each.Value.IsHeard(at)).ToList())
        {
            Remove(silent, silent.Users.Keys);
            gateways.Remove(name);
        }
    }

    private void Remove(Gateway gateway, IEnumerable<string> users)
    {
        foreach (var user in users.ToList())
        {
            gateway.Users.Remove(user);
            if (latest.TryGetValue(user, out var last) && last.Gateway == gateway)
            {
                latest.Remove(user);
            }
        }
    }

    private sealed class Gateway
    {
        /// <summary>The connection of each user.</summary>
        public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset At { get; set; }

        public bool IsHeard(DateTimeOffset at) => At + Lease > at;
    }
}
