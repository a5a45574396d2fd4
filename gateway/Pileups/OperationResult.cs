using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Pileups;

/// <summary>What an operation answers: data, or an error in the contract's words.</summary>
/// <param name="Data">The contract's <c>data</c>; null with an error, and where it says null.</param>
/// <param name="Error">The contract's text; null when it succeeded.</param>
/// <param name="Status">The HTTP status that says the same.</param>
internal sealed record OperationResult(JsonNode? Data, string? Error, int Status)
{
    public static OperationResult Success(JsonNode? data) => new(data, null, StatusCodes.Status200OK);

    public static OperationResult Failure(string error, int status = StatusCodes.Status400BadRequest) => new(null, error, status);
}
