using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>Turns what a client says of a new contest into an id and a draft.</summary>
internal static class ContestDraftReader
{
    /// <summary><c>GENERAL</c>.</summary>
    public static ContestRuleSet DefaultRules { get; } = BuiltInRules.All.Single(rules => rules.Name == "GENERAL");

    public static bool TryRead(
        ContestInput input,
        [NotNullWhen(true)] out string? id,
        [NotNullWhen(true)] out ContestDraft? draft,
        [NotNullWhen(false)] out string? wrong)
    {
        (id, draft) = (input.Id is { Length: > 0 } given ? given : IdFrom(input.Name), null);
        if (!ChannelId.IsValidId(id))
        {
            wrong = $"id has 1 to {ChannelId.MaxIdLength} of A-Z a-z 0-9 . _ - and does not start with a dot";
            return false;
        }

        if (!TryReadRules(input, out var rules, out wrong))
        {
            return false;
        }

        draft = new ContestDraft(
            input.Name ?? "", rules, input.StartsAt, input.EndsAt, input.Open ?? false, input.PowerMultiplier ?? 1);
        return true;
    }

    /// <summary><c>Field Day 2026</c> → <c>field-day-2026</c>. The same name has the same id, so that a retry finds what it made.</summary>
    private static string IdFrom(string? name)
    {
        var words = new string([.. (name ?? "").ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', words);
        return id.Length is > 0 and <= ChannelId.MaxIdLength
            ? id
            : "contest-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name ?? "")))[..16];
    }

    private static bool TryReadRules(
        ContestInput input, [NotNullWhen(true)] out ContestRuleSet? rules, [NotNullWhen(false)] out string? wrong)
    {
        (rules, wrong) = (null, null);
        switch (input.Rules?.ValueKind)
        {
            case null or JsonValueKind.Null:
                rules = DefaultRules;
                return true;
            case JsonValueKind.String when BuiltInRules.TryGet(input.Rules.Value.GetString(), out rules):
                return true;
            case JsonValueKind.String:
                wrong = $"rules: there are none of that name; there are {string.Join(", ", BuiltInRules.All.Select(known => known.Name))}";
                return false;
            default:
                var isRecord = JsonBody.TryRead(input.Rules!.Value, InputJson.Default.RulesInput, out var record, out wrong);
                (rules, wrong) = (record?.ToRules(input.Name ?? ""), isRecord ? null : $"rules: {wrong}");
                return isRecord;
        }
    }
}
