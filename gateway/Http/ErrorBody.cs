using System.Text.Json.Serialization;

namespace OrleansContest.Gateway.Http;

/// <summary>What every call answers that cannot do what was asked.</summary>
/// <param name="Error">One sentence a person can act on.</param>
/// <param name="Details">The fields or reasons it concerns; left out when the sentence says it all.</param>
internal sealed record ErrorBody(
    string Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Details = null);
