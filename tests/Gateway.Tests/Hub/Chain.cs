using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>What a client knows of one channel: its counters, and the list of updates that led there. Refuses a hole or a repeat.</summary>
internal sealed class Chain(string? epoch = null, long seq = 0)
{
    /// <summary>Set by a (new) subscription: a full state need not name the update before it.</summary>
    public bool IsNew { get; set; } = true;

    public string? Epoch { get; private set; } = epoch;

    public long Seq { get; private set; } = seq;

    /// <summary>The numbers of all updates that came singly.</summary>
    public List<long> Singles { get; } = [];

    /// <summary>How many full states came.</summary>
    public int Fulls { get; private set; }

    public Dictionary<string, int> Counters { get; } = [];

    /// <summary>Rows by operator, as JSON.</summary>
    public Dictionary<string, string> Scoreboard { get; } = [];

    public string Since => $"{Epoch}:{Seq}";

    public void Take(JsonObject message)
    {
        var (epoch, seq, prev) = ((string)message["epoch"]!, (long)message["seq"]!, (long?)message["prev"]);
        var isFull = (string?)message["type"] == "full";
        var follows = epoch == Epoch && (seq == Seq + 1 ? prev is null || prev == Seq : prev == Seq && seq > Seq);
        var begins = isFull && prev is null && (IsNew || epoch != Epoch);
        Assert.True(follows || begins, $"{Epoch}:{Seq} is not followed by {message.ToJsonString()}");
        Assert.False(IsNew && epoch == Epoch && seq < Seq, $"{Epoch}:{Seq} is newer than {message.ToJsonString()}");
        (Epoch, Seq, IsNew) = (epoch, seq, false);
        if (isFull)
        {
            Restart(message["data"]!.AsObject());
        }
        else
        {
            Singles.Add(seq);
            Keep(message["data"]!.AsObject());
            KeepRows(message["scoreboard"]);
        }
    }

    private void Restart(JsonObject data)
    {
        Fulls++;
        Counters.Clear();
        foreach (var counter in data["aggregates"]!.AsArray())
        {
            Keep(counter!.AsObject());
        }

        Scoreboard.Clear();
        KeepRows(data["scoreboard"]);
    }

    private void KeepRows(JsonNode? rows)
    {
        foreach (var row in rows?.AsArray() ?? [])
        {
            Scoreboard[(string)row!["operator"]!] = row.ToJsonString();
        }
    }

    private void Keep(JsonObject data)
    {
        if (data["periodStart"] is { } name)
        {
            Counters[(string)name!] = (int)data["totalQsos"]!;
        }
    }
}
