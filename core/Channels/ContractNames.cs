using System.Text.Json.Serialization;

namespace OrleansContest.Channels;

/// <summary>Writes and reads the members of an enum by the names the contract has for them; by number never.</summary>
/// <remarks>The names are those of <see cref="JsonStringEnumMemberNameAttribute"/>.</remarks>
public sealed class ContractNames<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
