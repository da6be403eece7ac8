-- Puts an event on a stream unless one of its id was there before.
-- KEYS: mark of the event, stream.  ARGV: life of the mark in ms, body
if redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then
  redis.call('XADD', KEYS[2], '*', 'body', ARGV[2], 'attempt', '1')
  return 'ACCEPTED'
end
return 'DUPLICATE'
