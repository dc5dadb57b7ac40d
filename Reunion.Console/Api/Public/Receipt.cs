using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Console.Api.Public;

/// <summary>What the holder of a receipt code is shown.</summary>
/// <param name="Code">The code, 16 characters.</param>
/// <param name="Tip">The tip and where it stands.</param>
/// <param name="Messages">The conversation, oldest first.</param>
/// <param name="Phone">Whom to call; null once the alert ended, and then nothing more can be written.</param>
public sealed record Receipt(string Code, TipProgress Tip, IReadOnlyList<TipMessage> Messages, string? Phone);
