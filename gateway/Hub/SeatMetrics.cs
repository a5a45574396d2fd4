using System.Diagnostics.Metrics;

namespace OrleansContest.Gateway.Hub;

/// <summary>Seats, in numbers. Part of the meter <see cref="GatewayMetrics.MeterName"/>; filled seats over all gateways are the audience.</summary>
internal sealed class SeatMetrics
{
    private readonly UpDownCounter<int> held;
    private readonly UpDownCounter<int> filled;
    private readonly Counter<long> granted;
    private readonly Counter<long> refused;
    private readonly Counter<long> lost;
    private readonly Counter<long> questions;

    public SeatMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(GatewayMetrics.MeterName);
        held = meter.CreateUpDownCounter<int>("contest.gateway.seats.held", "{seat}", "Seats that this gateway holds of its channels'.");
        filled = meter.CreateUpDownCounter<int>("contest.gateway.seats.filled", "{seat}", "Seats that are filled: this gateway's part of the audience.");
        granted = meter.CreateCounter<long>("contest.gateway.seats.granted", "{seat}", "Seats given to spectators who came.");
        refused = meter.CreateCounter<long>("contest.gateway.seats.refused", "{seat}", "Spectators who came and got no seat.");
        lost = meter.CreateCounter<long>("contest.gateway.seats.lost", "{seat}", "Spectators sent away because their seats had fallen back.");
        questions = meter.CreateCounter<long>("contest.gateway.seats.questions", "{question}", "Questions to those who keep the seats.");
    }

    public void Held(string kind, int change) => Add(held, kind, change);

    public void Left(string kind) => Add(filled, kind, -1);

    public void Granted(string kind)
    {
        granted.Add(1);
        Add(filled, kind, 1);
    }

    public void Refused(SeatOutcome outcome) => refused.Add(1, new KeyValuePair<string, object?>("error.type", NameOf(outcome)));

    public void Lost(int count) => lost.Add(count);

    public void Asked() => questions.Add(1);

    private static void Add(UpDownCounter<int> counter, string kind, int change)
    {
        if (change != 0)
        {
            counter.Add(change, new KeyValuePair<string, object?>("contest.channel.kind", kind));
        }
    }

    private static string NameOf(SeatOutcome outcome) => outcome == SeatOutcome.Full ? "full" : "unavailable";
}
