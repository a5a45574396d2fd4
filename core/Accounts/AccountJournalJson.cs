using System.Text.Json.Serialization;
using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>Events and snapshots as they are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(IReadOnlyList<AccountEvent>))]
[JsonSerializable(typeof(IReadOnlyList<Account>))]
internal sealed partial class AccountJournalJson : JsonSerializerContext;
