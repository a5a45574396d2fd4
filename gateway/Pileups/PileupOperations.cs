using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The operations on a pileup that every door of the contract has: by socket, and most of them by HTTP.</summary>
/// <remarks>Whether somebody may do them is for the door to say: those that <see cref="NeedsOperator"/> want the operator.</remarks>
internal sealed class PileupOperations(PileupDirectory pileups, OperatorDoor door, CallerLookup lookup, TimeProvider clock)
{
    public const string Register = "queue.register";
    public const string CallerStatus = "queue.get_status";
    public const string RemoveCaller = "admin.remove_callsign";
    public const string LogDirectly = "admin.logging_direct";

    private const string Admin = "admin.";

    /// <summary>Those that read or change a pileup; <c>system.*</c> are the socket's own.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "public.get_status", "public.get_frequency", "public.get_split",
        Register, CallerStatus, "queue.list",
        "admin.get_queue", "admin.clear_queue", RemoveCaller, "admin.next_qso", "admin.complete_qso",
        "admin.set_frequency", "admin.delete_frequency", "admin.set_split", "admin.delete_split",
        "admin.set_system_status", "admin.get_system_status", LogDirectly,
    ];

    public static bool NeedsOperator(string operation) => operation.StartsWith(Admin, StringComparison.Ordinal);

    /// <exception cref="ChannelUnavailableException">The outcome is unknown; the same call may be made again.</exception>
    public async Task<OperationResult> RunAsync(string pileupId, OperationInput input)
    {
        var pileup = NeedsOperator(input.Operation) || input.Operation == Register
            ? await pileups.GetSizedAsync(pileupId, NeedsOperator(input.Operation))
            : pileups.Get(pileupId);
        return input.Operation switch
        {
            "public.get_status" => Success(new JsonObject { ["active"] = (await pileup.View()).Status.Active }),
            "public.get_frequency" => Success(PileupJsonText.Of("frequency", (await pileup.View()).Frequency)),
            "public.get_split" => Success(PileupJsonText.Of("split", (await pileup.View()).Split)),
            Register => await RegisterAsync(pileupId, pileup, input),
            CallerStatus => await FindAsync(pileup, input),
            "queue.list" => Success(PileupJsonText.List(await pileup.View())),
            "admin.get_queue" => Success(QueueOf(await pileup.View())),
            "admin.clear_queue" => Answer(await pileup.ClearQueue(), _ => Said("Queue cleared successfully")),
            RemoveCaller => await RemoveAsync(pileup, input),
            "admin.next_qso" => Answer(await pileup.TakeNext(), NextOf),
            "admin.complete_qso" => Answer(await pileup.Complete(), CompletedOf),
            "admin.set_frequency" => await AnnounceAsync(input, "frequency", pileup.AnnounceFrequency),
            "admin.delete_frequency" => Answer(await pileup.AnnounceFrequency(null), _ => Said("Frequency deleted successfully")),
            "admin.set_split" => await AnnounceAsync(input, "split", pileup.AnnounceSplit),
            "admin.delete_split" => Answer(await pileup.AnnounceSplit(null), _ => Said("Split frequency deleted successfully")),
            "admin.set_system_status" => await SetStatusAsync(pileup, input),
            "admin.get_system_status" => Success(PileupJsonText.Of((await pileup.View()).Status)),
            LogDirectly => await LogAsync(pileupId, pileup, input),
            _ => throw new ArgumentException($"There is no operation {input.Operation}.", nameof(input)),
        };
    }

    private async Task<OperationResult> RegisterAsync(string pileupId, IPileup pileup, OperationInput input)
    {
        if (!input.TryCallsign(out var callsign, out var failure))
        {
            return failure;
        }

        var known = lookup.WhatIsKnownOf(callsign);
        var outcome = await pileup.Register(callsign, known);
        if (!outcome.IsRefused())
        {
            lookup.Begin(pileupId, known);
        }

        return Answer(outcome, entry => new JsonObject
        {
            ["message"] = "Callsign registered successfully",
            ["entry"] = PileupJsonText.Of(entry),
        });
    }

    private static async Task<OperationResult> FindAsync(IPileup pileup, OperationInput input)
    {
        if (!input.TryCallsign(out var callsign, out var failure))
        {
            return failure;
        }

        return await pileup.View() switch
        {
            { Status.Active: false } => OperationResult.Failure("System is currently inactive.", StatusCodes.Status503ServiceUnavailable),
            var view when view.Find(callsign) is { } entry => Success(PileupJsonText.Of(entry)),
            _ => Refused(PileupRefusals.NotQueued),
        };
    }

    private static async Task<OperationResult> RemoveAsync(IPileup pileup, OperationInput input) =>
        input.TryCallsign(out var callsign, out var failure)
            ? Answer(await pileup.Remove(callsign), entry => new JsonObject
            {
                ["message"] = $"Callsign {callsign} removed from queue",
                ["removed"] = PileupJsonText.Of(entry),
            })
            : failure;

    private static async Task<OperationResult> AnnounceAsync(OperationInput input, string what, Func<string?, Task<Outcome<Announcement>>> announce)
    {
        if (!input.TryText(what, out var text, out var failure))
        {
            return failure;
        }

        var title = what == "frequency" ? "Frequency" : "Split frequency";
        return Answer(await announce(text), said => new JsonObject { ["message"] = $"{title} updated successfully", [what] = said.Text });
    }

    private async Task<OperationResult> SetStatusAsync(IPileup pileup, OperationInput input) =>
        input.TryFlag("active", out var active, out var failure)
            ? Answer(await pileup.SetStatus(active, door.Operator), status => new JsonObject
            {
                ["message"] = status.Active ? "System activated successfully" : "System deactivated successfully",
                ["active"] = status.Active,
            })
            : failure;

    private async Task<OperationResult> LogAsync(string pileupId, IPileup pileup, OperationInput input)
    {
        if (!input.TryContact(out var draft, out var failure))
        {
            return failure;
        }

        var known = lookup.WhatIsKnownOf(draft.Callsign);
        var outcome = await pileup.LogDirectly(draft, known);
        if (outcome.Value is { WasInQueue: false })
        {
            lookup.Begin(pileupId, known);
        }

        return Answer(outcome, started => new JsonObject
        {
            ["type"] = "ack",
            ["timestamp"] = PileupJsonText.Moment(clock.GetUtcNow()),
            ["received"] = new JsonObject
            {
                ["type"] = JsonSerializer.SerializeToNode(input.Data.GetProperty("type")),
                ["data"] = JsonSerializer.SerializeToNode(input.Data.GetProperty("data")),
            },
            ["qso_started"] = PileupJsonText.Of(started),
        });
    }

    private static JsonObject QueueOf(Pileup pileup) => new()
    {
        ["queue"] = PileupJsonText.Of(pileup.Entries),
        ["total"] = pileup.Queue.Count,
        ["admin"] = true,
    };

    private static JsonObject NextOf(Pileup pileup) => new()
    {
        ["message"] = pileup.Current is null ? "No callsigns in queue" : "Moved to next QSO",
        ["current_qso"] = PileupJsonText.Of(pileup.Current),
    };

    private static JsonObject CompletedOf(Completed completed) => new()
    {
        ["message"] = completed.Contact is null ? "No active QSO to complete" : "QSO completed successfully",
        ["completed_qso"] = PileupJsonText.Of(completed.Contact),
    };

    private static JsonObject Said(string message) => new() { ["message"] = message };

    private static OperationResult Success(JsonNode data) => OperationResult.Success(data);

    private static OperationResult Answer<T>(Outcome<T> outcome, Func<T, JsonNode> data)
        where T : class => outcome.IsRefused() ? Refused(outcome.Refusal) : Success(data(outcome.Value));

    private static OperationResult Refused(Refusal refusal) => OperationResult.Failure(refusal.Message, refusal.Code switch
    {
        "Inactive" or "Busy" => StatusCodes.Status503ServiceUnavailable,
        "NotQueued" => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    });
}
