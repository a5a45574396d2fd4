using System.Text.Json;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A pileup's state: what each of its five events said last.</summary>
internal static class PileupRows
{
    private static readonly string[] names = ["system_status", "current_qso", "frequency_update", "split_update", "queue_update"];

    /// <param name="name">The event.</param>
    /// <param name="message">Its message.</param>
    /// <param name="within">The member of a greeting's data that has the state; null when the data is the state.</param>
    public static Reading Read(string name, JsonElement message, string? within)
    {
        if (!Fields.HasPosition(message))
        {
            return Reading.Moment;
        }

        var data = message.GetProperty("data");
        return name == "connected"
            ? new Reading(Meaning.Full) { Rows = RowsOf(within is null ? data : data.GetProperty(within)) }.At(message)
            : new Reading(Meaning.Update) { Rows = [new(name, Canonical.Of(data))] }.At(message);
    }

    private static List<KeyValuePair<string, byte[]?>> RowsOf(JsonElement state) =>
        [.. names.Select(name => KeyValuePair.Create(name, (byte[]?)Canonical.Of(state.GetProperty(name))))];
}
