namespace OrleansContest.Quizzes;

/// <summary>Which participants are connected, as the gateways say. Only in memory: gateways say it again every few seconds.</summary>
/// <remarks>A gateway that has said nothing for <see cref="Lease"/> has nobody connected any more.</remarks>
public sealed class Attendance
{
    /// <summary>How long a gateway's word holds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first word nothing is concluded from it: others may not have spoken yet.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, (HashSet<string> Users, DateTimeOffset At)> gateways = new(StringComparer.Ordinal);
    private DateTimeOffset? firstAt;

    /// <summary>A gateway says who is connected to it: everyone.</summary>
    public void Report(string gateway, IEnumerable<string> users, DateTimeOffset at)
    {
        firstAt ??= at;
        gateways[gateway] = (users.ToHashSet(StringComparer.Ordinal), at);
        foreach (var silent in gateways.Where(each => each.Value.At + Lease <= at).Select(each => each.Key).ToList())
        {
            gateways.Remove(silent);
        }
    }

    /// <summary>Whether it is known well enough who is connected.</summary>
    public bool IsSettled(DateTimeOffset at) => firstAt + Settling <= at;

    /// <summary>When it will be; null when nobody has spoken.</summary>
    public DateTimeOffset? SettlesAt => firstAt + Settling;

    /// <summary>Everyone connected somewhere.</summary>
    public IEnumerable<string> At(DateTimeOffset at) =>
        gateways.Values.Where(gateway => gateway.At + Lease > at).SelectMany(gateway => gateway.Users).Distinct(StringComparer.Ordinal);
}
