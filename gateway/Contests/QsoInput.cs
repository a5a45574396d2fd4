using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>A contact as a client sends it: the contest it is for, and what it says of itself.</summary>
/// <param name="ContestId">The contest; <see cref="QsoIntake.NoContest"/> when the client names none.</param>
/// <param name="Draft">The rest.</param>
internal sealed record QsoInput(string ContestId, QsoDraft Draft)
{
    private static readonly HashSet<string> fieldNames = [.. InputJson.Default.QsoDraft.Properties.Select(property => property.Name)];

    /// <param name="element">What the client sent.</param>
    /// <param name="input">The contact.</param>
    /// <param name="wrong">Which member has no value of its type.</param>
    public static bool TryRead(JsonElement element, [NotNullWhen(true)] out QsoInput? input, [NotNullWhen(false)] out string? wrong)
    {
        input = null;
        if (JsonBody.TryRead(element, InputJson.Default.QsoDraft, out var draft, out wrong) && TryReadContest(element, out var contestId, out wrong))
        {
            input = new QsoInput(contestId, draft);
        }

        return input is not null;
    }

    /// <summary>Reads a change: a member that is there is set, one that is absent is left alone.</summary>
    public static bool TryReadEdit(JsonElement element, [NotNullWhen(true)] out QsoEdit? edit, [NotNullWhen(false)] out string? wrong)
    {
        edit = JsonBody.TryRead(element, InputJson.Default.QsoDraft, out var values, out wrong)
            ? new QsoEdit([.. element.EnumerateObject().Select(member => member.Name).Where(fieldNames.Contains).Distinct()], values)
            : null;
        return edit is not null;
    }

    private static bool TryReadContest(JsonElement element, out string contestId, [NotNullWhen(false)] out string? wrong)
    {
        (contestId, wrong) = (QsoIntake.NoContest, null);
        if (!element.TryGetProperty("contestId", out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (member.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            wrong = "contestId has a value of the wrong type or form";
            return false;
        }

        contestId = member.ToString() is { Length: > 0 } named ? named : QsoIntake.NoContest;
        return true;
    }
}
